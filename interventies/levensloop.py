"""The lives of an interventie (its fasen), an evaluatie, a publicatie, a voorstel and a kader, as tables."""

from agenda.access import Permission
from agenda.levensloop import Levensloop, Stap, register
from interventies.models import Evaluatie, Interventie, Interventievoorstel, Praktijkkader, Publicatie

P = Permission
F, E, S, V, K = Interventie.Fase, Evaluatie.Status, Publicatie.Status, Interventievoorstel.Status, Praktijkkader.Status
LOPEND = (F.BESCHREVEN, F.TESTEN, F.DOEN)
OPEN = (V.INGEDIEND, V.IN_BEHANDELING)
AANBIEDER, PLANNER = ("evaluatie_aanbieden",), ("evaluatie_plannen",)

# fmt: off
INTERVENTIE = register(Interventie, Levensloop("fase", (
    #    verb                   van             naar       permission                label
    Stap("interventie_testen",  (F.BESCHREVEN,), F.TESTEN,  P.INTERVENTIE_BEOORDELEN, "Beginnen met testen"),
    Stap("interventie_doen",    (F.TESTEN,),     F.DOEN,    P.INTERVENTIE_BEOORDELEN, "Naar doen wat werkt"),
    Stap("interventie_stoppen", LOPEND,          F.GESTOPT, P.INTERVENTIE_BEOORDELEN, "Stoppen"),
)))

# Who made the plan never settles it; who offered this round neither.
EVALUATIE = register(Evaluatie, Levensloop("status", (
    #    verb                    van             naar           permission                  label                niet door  nooit door
    Stap("evaluatie_aanbieden",   (E.GEPLAND,),    E.AANGEBODEN,  P.INTERVENTIE_BESCHRIJVEN, "Uitkomsten aanbieden"),
    Stap("evaluatie_vervallen",   (E.GEPLAND,),    E.VERVALLEN,   P.INTERVENTIE_BESCHRIJVEN, "Laten vervallen"),
    Stap("evaluatie_vaststellen", (E.AANGEBODEN,), E.VASTGESTELD, P.INTERVENTIE_BEOORDELEN,  "Vaststellen", AANBIEDER, PLANNER),
    Stap("evaluatie_teruggeven",  (E.AANGEBODEN,), E.GEPLAND,     P.INTERVENTIE_BEOORDELEN,  "Teruggeven",  AANBIEDER, PLANNER),
)))

PUBLICATIE = register(Publicatie, Levensloop("status", (
    #    verb                   van           naar           permission                label
    Stap("publicatie_vervangen", (S.OPENBAAR,), S.VERVANGEN,   P.INTERVENTIE_PUBLICEREN, "Vervangen"),
    Stap("publicatie_intrekken", (S.OPENBAAR,), S.INGETROKKEN, P.INTERVENTIE_PUBLICEREN, "Uit de catalogus halen"),
)))

VOORSTEL = register(Interventievoorstel, Levensloop("status", (
    #    verb                  van             naar              permission                 label
    Stap("voorstel_behandelen", (V.INGEDIEND,), V.IN_BEHANDELING, P.INTERVENTIE_BESCHRIJVEN, "In behandeling nemen"),
    Stap("voorstel_overnemen",  OPEN,           V.OVERGENOMEN,    P.INTERVENTIE_BESCHRIJVEN, "Overnemen als interventie"),
    Stap("voorstel_afwijzen",   OPEN,           V.AFGEWEZEN,      P.INTERVENTIE_BESCHRIJVEN, "Niet overnemen"),
    Stap("voorstel_intrekken",  OPEN,           V.INGETROKKEN,    P.INTERVENTIE_VOORSTELLEN, "Voorstel intrekken"),
)))

# Only the gemeente agrees: there is no step by which the staff does it for her.
KADER = register(Praktijkkader, Levensloop("status", (
    #    verb              van                          naar           permission                 label
    Stap("kader_toestemmen", (K.GEVRAAGD,),              K.TOEGESTEMD,  P.KADER_TOESTEMMEN,        "Toestemming geven"),
    Stap("kader_weigeren",   (K.GEVRAAGD,),              K.GEWEIGERD,   P.KADER_TOESTEMMEN,        "Geen toestemming"),
    Stap("kader_intrekken",  (K.TOEGESTEMD,),            K.INGETROKKEN, P.KADER_TOESTEMMEN,        "Toestemming intrekken"),
    Stap("kader_vervallen",  (K.GEVRAAGD, K.TOEGESTEMD), K.VERVALLEN,   P.INTERVENTIE_BESCHRIJVEN, "Laten vervallen"),
)))
# fmt: on
