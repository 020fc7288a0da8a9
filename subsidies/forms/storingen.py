"""The forms of an outage: from when to when the portal could not be used, and that it was recorded by mistake."""

from subsidies.forms.werkform import Werkform, korte_tekst, moment, moment_velden
from subsidies.models import Storing
from subsidies.regelingen import storingen


class StoringForm(Werkform):
    """An outage that is over."""

    wat = korte_tekst(
        "Wat lukte er niet?",
        "Gemeenten lezen dit. Bijvoorbeeld: inloggen lukte niet.",
        leeg="Vul in wat er niet lukte, bijvoorbeeld: inloggen lukte niet.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields |= moment_velden("begin", "Begin van de storing") | moment_velden("eind", "Einde van de storing")

    def schrijf(self, by):
        vast = {naam: moment(self.cleaned_data, naam) for naam in ("begin", "eind")}
        return storingen.vastleggen(**vast, wat=self.cleaned_data["wat"], by=by)

    def melding(self, storing):
        return "De storing is vastgelegd. Gemeenten lezen dit bij hun aanvragen."


class StoringIntrekForm(Werkform):
    """Why an outage does not count after all."""

    reden = korte_tekst(
        "Waarom telt deze storing niet?",
        "Bijvoorbeeld: het portaal werkte wel.",
        leeg="Vul de reden in, bijvoorbeeld: het portaal werkte wel.",
    )

    def __init__(self, storing: Storing, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.storing = storing

    def schrijf(self, by):
        storingen.intrekken(self.storing, reden=self.cleaned_data["reden"], by=by)
        return self.storing

    def melding(self, storing):
        return "De storing is ingetrokken. Zij verlengt geen tijdvak meer."
