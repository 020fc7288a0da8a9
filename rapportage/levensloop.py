"""The lives of a letter and of what must be entered before it, as tables."""

from agenda.access import Permission
from agenda.levensloop import Levensloop, Stap, register
from rapportage.models import Brief, Voorbereidingspunt

S, P, V = Brief.Status, Permission, Voorbereidingspunt.Status

# Who wrote the letter or offered it, puts no paraaf under it; and nobody puts two.
# fmt: off
BRIEF = register(Brief, Levensloop("status", (
    #    verb          van              naar           permission         label
    Stap("aanbieden",  (S.CONCEPT,),    S.AANGEBODEN,  P.BRIEF_AANBIEDEN, "Aanbieden voor parafering"),
    Stap("paraferen",  (S.AANGEBODEN,), S.AANGEBODEN,  P.BRIEF_PARAFEREN, "Paraferen", ("aanbieden", "paraferen"), ("brief_maken",)),
    Stap("terugnemen", (S.AANGEBODEN,), S.CONCEPT,     P.BRIEF_AANBIEDEN, "Terug naar concept"),
)))

VOORBEREIDINGSPUNT = register(Voorbereidingspunt, Levensloop("status", (
    #    verb                          van          naar       permission                 label
    Stap("voorbereiding_gereedmelden", (V.OPEN,),   V.GEREED,  P.VOORBEREIDING_BIJWERKEN, "Gereedmelden"),
    Stap("voorbereiding_heropenen",    (V.GEREED,), V.OPEN,    P.VOORBEREIDING_BIJWERKEN, "Heropenen"),
)))
# fmt: on
