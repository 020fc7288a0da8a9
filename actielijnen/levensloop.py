"""The lives of activiteiten and of corrections, as tables."""

from actielijnen.models import Activiteit, Correctievoorstel
from agenda.access import Permission
from agenda.levensloop import Levensloop, Stap, register

S, C, P = Activiteit.Status, Correctievoorstel.Status, Permission
EIGEN = ("correctie_voorstellen",)

# fmt: off
ACTIVITEIT = register(Activiteit, Levensloop("status", (
    #    verb                    van                       naar         permission              label
    Stap("activiteit_starten",   (S.GEPLAND,),             S.LOOPT,     P.ACTIVITEIT_BIJWERKEN, "Starten"),
    Stap("activiteit_afronden",  (S.LOOPT,),               S.AFGEROND,  P.ACTIVITEIT_BIJWERKEN, "Afronden"),
    Stap("activiteit_stoppen",   (S.GEPLAND, S.LOOPT),     S.GESTOPT,   P.ACTIVITEIT_BIJWERKEN, "Stoppen"),
    Stap("activiteit_heropenen", (S.AFGEROND, S.GESTOPT),  S.LOOPT,     P.ACTIVITEIT_BIJWERKEN, "Heropenen"),
)))

# Who proposes another number does not decide about it.
CORRECTIE = register(Correctievoorstel, Levensloop("status", (
    #    verb                    van                naar            permission              label         niet door
    Stap("correctie_aannemen",   (C.VOORGESTELD,),  C.AANGENOMEN,   P.CORRECTIE_BEOORDELEN, "Aannemen",   EIGEN),
    Stap("correctie_afwijzen",   (C.VOORGESTELD,),  C.AFGEWEZEN,    P.CORRECTIE_BEOORDELEN, "Afwijzen",   EIGEN),
)))
# fmt: on
