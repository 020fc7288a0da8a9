"""The lives of activiteiten, mijlpalen and corrections, and of what is decided on the begroting, as tables."""

from actielijnen.models import (
    Activiteit,
    Begrotingsjaar,
    Correctievoorstel,
    Herschikking,
    Import,
    Mijlpaal,
    Prognose,
    Reservering,
    Scenario,
)
from agenda.access import Permission
from agenda.levensloop import Levensloop, Stap, register

P = Permission
A, C = Activiteit.Status, Correctievoorstel.Status
R, H, J, M = Reservering.Status, Herschikking.Status, Begrotingsjaar.Status, Import.Status
EIGEN = ("correctie_voorstellen",)

# fmt: off
ACTIVITEIT = register(Activiteit, Levensloop("status", (
    #    verb                    van                       naar         permission              label
    Stap("activiteit_starten",   (A.GEPLAND,),             A.LOOPT,     P.ACTIVITEIT_BIJWERKEN, "Starten"),
    Stap("activiteit_afronden",  (A.LOOPT,),               A.AFGEROND,  P.ACTIVITEIT_BIJWERKEN, "Afronden"),
    Stap("activiteit_stoppen",   (A.GEPLAND, A.LOOPT),     A.GESTOPT,   P.ACTIVITEIT_BIJWERKEN, "Stoppen"),
    Stap("activiteit_heropenen", (A.AFGEROND, A.GESTOPT),  A.LOOPT,     P.ACTIVITEIT_BIJWERKEN, "Heropenen"),
)))

MIJLPAAL = register(Mijlpaal, Levensloop("status", (
    #    verb                   van                           naar                       permission              label
    Stap("mijlpaal_vervallen",  (Mijlpaal.Status.GELDT,),     Mijlpaal.Status.VERVALLEN, P.ACTIVITEIT_BIJWERKEN, "Laten vervallen"),
    Stap("mijlpaal_herstellen", (Mijlpaal.Status.VERVALLEN,), Mijlpaal.Status.GELDT,     P.ACTIVITEIT_BIJWERKEN, "Toch laten doorgaan"),
)))

RESERVERING = register(Reservering, Levensloop("status", (
    #    verb                     van         naar         permission               label
    Stap("reservering_omzetten",  (R.OPEN,),  R.OMGEZET,   P.VERPLICHTING_AANGAAN,  "Omzetten in een verplichting"),
    Stap("reservering_vervallen", (R.OPEN,),  R.VERVALLEN, P.VERPLICHTING_AANGAAN,  "Laten vervallen"),
)))

# Who proposes does not agree, and nobody agrees twice.
HERSCHIKKING = register(Herschikking, Levensloop("status", (
    Stap("herschikking_akkoord",   (H.VOORGESTELD,),    H.EERSTE_AKKOORD, P.HERSCHIKKING_AKKOORD, "Akkoord", ("herschikking_voorstellen",)),
    Stap("herschikking_uitvoeren", (H.EERSTE_AKKOORD,), H.UITGEVOERD,     P.HERSCHIKKING_AKKOORD, "Tweede akkoord en boeken", ("herschikking_voorstellen", "herschikking_akkoord")),
    Stap("herschikking_afwijzen",  (H.VOORGESTELD, H.EERSTE_AKKOORD), H.AFGEWEZEN, P.HERSCHIKKING_AKKOORD, "Afwijzen"),
)))

BEGROTINGSJAAR = register(Begrotingsjaar, Levensloop("status", (
    Stap("jaar_voorstellen", (J.OPEN,),        J.VOORGESTELD, P.JAAR_AFSLUITEN, "Voorstellen om af te sluiten"),
    Stap("jaar_afsluiten",   (J.VOORGESTELD,), J.AFGESLOTEN,  P.JAAR_AFSLUITEN, "Jaar afsluiten", ("jaar_voorstellen",)),
    Stap("jaar_terugnemen",  (J.VOORGESTELD,), J.OPEN,        P.JAAR_AFSLUITEN, "Voorstel terugnemen"),
)))

IMPORT = register(Import, Levensloop("status", (
    Stap("import_nagekeken",  (M.NAKIJKEN,),             M.NAGEKEKEN,   P.BEGROTING_MUTEREN, "Nagekeken"),
    Stap("import_bevestigen", (M.NAGEKEKEN,),            M.BOEKEN,      P.BEGROTING_MUTEREN, "Goede rijen boeken"),
    Stap("import_geboekt",    (M.BOEKEN,),               M.GEBOEKT,     P.BEGROTING_MUTEREN, "Geboekt"),
    Stap("import_intrekken",  (M.NAKIJKEN, M.NAGEKEKEN), M.INGETROKKEN, P.BEGROTING_MUTEREN, "Import intrekken"),
)))

# Who made a prognose or filled it in does not fix it.
PROGNOSE = register(Prognose, Levensloop("status", (
    Stap("prognose_vaststellen", (Prognose.Status.CONCEPT,), Prognose.Status.VASTGESTELD, P.PROGNOSE_VASTSTELLEN, "Vaststellen", ("prognose_maken", "prognose_invullen", "prognose_aanname")),
)))

SCENARIO = register(Scenario, Levensloop("status", (
    Stap("scenario_aannemen",  (Scenario.Status.CONCEPT,), Scenario.Status.AANGENOMEN, P.BEGROTING_MUTEREN, "Aannemen"),
    Stap("scenario_verwerpen", (Scenario.Status.CONCEPT,), Scenario.Status.VERWORPEN,  P.BEGROTING_MUTEREN, "Verwerpen"),
)))

# Who proposes another number does not decide about it.
CORRECTIE = register(Correctievoorstel, Levensloop("status", (
    #    verb                    van                naar            permission              label         niet door
    Stap("correctie_aannemen",   (C.VOORGESTELD,),  C.AANGENOMEN,   P.CORRECTIE_BEOORDELEN, "Aannemen",   EIGEN),
    Stap("correctie_afwijzen",   (C.VOORGESTELD,),  C.AFGEWEZEN,    P.CORRECTIE_BEOORDELEN, "Afwijzen",   EIGEN),
)))
# fmt: on
