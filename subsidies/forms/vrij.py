"""What every form about a DU refuses: a field of a condition, also one that the form does not have."""

from django.core.exceptions import ValidationError

from actielijnen.begroting.plafond import Geweigerd
from subsidies.du import vrij


class Vrij:
    """Goes before a form: no name that was sent lays a condition upon the gemeente (Fvw, art. 15a lid 1)."""

    def clean(self):
        super().clean()
        try:
            vrij.check_namen(naam for naam in self.data if naam not in self.fields)
        except Geweigerd as fout:
            raise ValidationError(str(fout)) from None
