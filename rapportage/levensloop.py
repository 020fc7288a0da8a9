"""The life of a letter, as a table."""

from agenda.access import Permission
from agenda.levensloop import Levensloop, Stap, register
from rapportage.models import Brief

S, P = Brief.Status, Permission

# Who wrote the letter or offered it, puts no paraaf under it; and nobody puts two.
# fmt: off
BRIEF = register(Brief, Levensloop("status", (
    #    verb          van              naar           permission         label
    Stap("aanbieden",  (S.CONCEPT,),    S.AANGEBODEN,  P.BRIEF_AANBIEDEN, "Aanbieden voor parafering"),
    Stap("paraferen",  (S.AANGEBODEN,), S.AANGEBODEN,  P.BRIEF_PARAFEREN, "Paraferen", ("aanbieden", "paraferen"), ("brief_maken",)),
    Stap("terugnemen", (S.AANGEBODEN,), S.CONCEPT,     P.BRIEF_AANBIEDEN, "Terug naar concept"),
)))
# fmt: on
