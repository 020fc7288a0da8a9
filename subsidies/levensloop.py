"""The lives of an aanlevering, a form, an aanvraag, an aanmelding and a decentralisatie-uitkering, as tables."""

from agenda.access import Permission
from agenda.levensloop import Levensloop, Stap, register
from subsidies.models import Aanlevering, Aanmelding, Aanvraag, Decentralisatieuitkering, Formulierversie

P = Permission
A, D = Aanmelding.Status, Decentralisatieuitkering.Status
EIGEN = ("du_voorstellen",)

L, F, V = Aanlevering.Status, Formulierversie.Status, Aanvraag.Status

# fmt: off
AANLEVERING = register(Aanlevering, Levensloop("status", (
    #    verb                     van             naar           permission            label
    Stap("aanlevering_overnemen", (L.NAGEKEKEN,), L.OVERGENOMEN, P.REGELING_BIJHOUDEN, "Goede rijen overnemen"),
    Stap("aanlevering_intrekken", (L.NAGEKEKEN,), L.INGETROKKEN, P.REGELING_BIJHOUDEN, "Intrekken"),
)))

FORMULIER = register(Formulierversie, Levensloop("status", (
    Stap("formulier_vaststellen", (F.CONCEPT,), F.VASTGESTELD, P.REGELING_OPENSTELLEN, "Vaststellen"),
)))

AANVRAAG = register(Aanvraag, Levensloop("status", (
    #    verb                   van              naar           permission             label
    Stap("aanvraag_indienen",   (V.CONCEPT,),    V.INGEDIEND,   P.AANVRAAG_INDIENEN,   "Aanvraag indienen"),
    Stap("aanvulling_vragen",   (V.INGEDIEND,),  V.AANVULLING,  P.AANVRAAG_BEHANDELEN, "Om aanvulling vragen"),
    Stap("aanvulling_indienen", (V.AANVULLING,), V.INGEDIEND,   P.AANVRAAG_INDIENEN,   "Aanvulling indienen"),
    Stap("aanvraag_compleet",   (V.INGEDIEND,),  V.COMPLEET,    P.AANVRAAG_BEHANDELEN, "Compleet verklaren"),
    Stap("aanvraag_intrekken",  (V.CONCEPT, V.INGEDIEND, V.AANVULLING, V.COMPLEET),
                                                 V.INGETROKKEN, P.AANVRAAG_INDIENEN,   "Aanvraag intrekken"),
)))

AANMELDING = register(Aanmelding, Levensloop("status", (
    #    verb                       van        naar                permission        label
    Stap("du_aanmelding_overnemen", (A.OPEN,), A.OVERGENOMEN,      P.DU_VOORSTELLEN, "Overnemen in een voorstel"),
    Stap("du_aanmelding_laten",     (A.OPEN,), A.NIET_OVERGENOMEN, P.DU_VOORSTELLEN, "Niet overnemen"),
    Stap("du_aanmelding_intrekken", (A.OPEN,), A.INGETROKKEN,      P.DU_AANMELDEN,   "Aanmelding intrekken"),
)))

# Who proposed a DU does not move its money. What the fund refuses comes back to the begroting; once a DU stands in a
# circulaire there is no way back, and no step after the payment: nobody accounts for a DU, and nothing is recovered
# (Financiële-verhoudingswet, art. 13).
DECENTRALISATIEUITKERING = register(Decentralisatieuitkering, Levensloop("status", (
    #    verb            van                       naar           permission           label
    Stap("du_akkoord",   (D.VOORSTEL,),            D.AKKOORD,     P.DU_AKKOORD,        "Akkoord geven"),
    Stap("du_afwijzen",  (D.VOORSTEL, D.AKKOORD),  D.AFGEWEZEN,   P.DU_AKKOORD,        "Niet akkoord"),
    Stap("du_intrekken", (D.VOORSTEL, D.AKKOORD),  D.INGETROKKEN, P.DU_VOORSTELLEN,    "Voorstel intrekken"),
    Stap("du_overboeken", (D.AKKOORD,),            D.OVERBOEKING, P.BEGROTING_MUTEREN, "Overboeking aanvragen", EIGEN),
    Stap("du_terugboeken", (D.OVERBOEKING,),       D.AKKOORD,    P.BEGROTING_MUTEREN, "Overboeking geweigerd", EIGEN),
    Stap("du_opnemen",   (D.OVERBOEKING,),         D.CIRCULAIRE,  P.DU_VOORSTELLEN,    "Opgenomen in een circulaire"),
    Stap("du_betalen",   (D.CIRCULAIRE,),          D.BETAALD,     P.DU_VOORSTELLEN,    "Betaald"),
)))
# fmt: on
