"""The life of a vernietigingslijst: who proposes does not decide."""

from agenda.access import Permission
from agenda.levensloop import Levensloop, Stap, register
from agenda.models import Vernietigingslijst

S, P = Vernietigingslijst.Status, Permission
EIGEN = ("vernietiging_opstellen",)

# fmt: off
VERNIETIGING = register(Vernietigingslijst, Levensloop("status", (
    #    verb                       van              naar          permission                 label         niet door
    Stap("vernietiging_bevestigen", (S.OPGESTELD,),  S.BEVESTIGD,  P.VERNIETIGING_BEVESTIGEN, "Bevestigen", EIGEN),
    Stap("vernietiging_afwijzen",   (S.OPGESTELD,),  S.AFGEWEZEN,  P.VERNIETIGING_BEVESTIGEN, "Afwijzen",   EIGEN),
    Stap("vernietiging_uitvoeren",  (S.BEVESTIGD,),  S.UITGEVOERD, P.VERNIETIGING_BEVESTIGEN, "Uitvoeren",  EIGEN),
)))
# fmt: on
