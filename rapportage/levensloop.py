"""The life of a letter, as a table."""

from agenda.access import Permission
from agenda.levensloop import Levensloop, Stap, register
from rapportage.models import Brief

S, P = Brief.Status, Permission

# fmt: off
BRIEF = register(Brief, Levensloop("status", (
    #    verb          van              naar           permission         label
    Stap("aanbieden",  (S.CONCEPT,),    S.AANGEBODEN,  P.BRIEF_AANBIEDEN, "Aanbieden voor parafering"),
    Stap("terugnemen", (S.AANGEBODEN,), S.CONCEPT,     P.BRIEF_AANBIEDEN, "Terug naar concept"),
)))
# fmt: on
