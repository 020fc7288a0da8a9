"""The lives of activiteiten, as a table."""

from actielijnen.models import Activiteit
from agenda.access import Permission
from agenda.levensloop import Levensloop, Stap, register

S, P = Activiteit.Status, Permission

# fmt: off
ACTIVITEIT = register(Activiteit, Levensloop("status", (
    #    verb                    van                       naar         permission              label
    Stap("activiteit_starten",   (S.GEPLAND,),             S.LOOPT,     P.ACTIVITEIT_BIJWERKEN, "Starten"),
    Stap("activiteit_afronden",  (S.LOOPT,),               S.AFGEROND,  P.ACTIVITEIT_BIJWERKEN, "Afronden"),
    Stap("activiteit_stoppen",   (S.GEPLAND, S.LOOPT),     S.GESTOPT,   P.ACTIVITEIT_BIJWERKEN, "Stoppen"),
    Stap("activiteit_heropenen", (S.AFGEROND, S.GESTOPT),  S.LOOPT,     P.ACTIVITEIT_BIJWERKEN, "Heropenen"),
)))
# fmt: on
