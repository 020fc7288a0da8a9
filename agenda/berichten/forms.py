"""The form in which somebody chooses the mail of each kind of message."""

from django import forms

from agenda.berichten.voorkeuren import chosen, kinds_for
from agenda.models import Mailkeuze


class MailForm(forms.Form):
    """One choice per kind of message that this person can get, and switch off."""

    def __init__(self, *args, gebruiker, **kwargs):
        super().__init__(*args, **kwargs)
        keuzes = chosen(gebruiker)
        for soort in kinds_for(gebruiker):
            if not soort.verplicht:
                self.fields[soort.naam] = forms.ChoiceField(
                    label=soort.onderwerp,
                    help_text=soort.zin,
                    choices=Mailkeuze.choices,
                    widget=forms.RadioSelect,
                    initial=keuzes[soort.naam],
                    error_messages={"required": f"Kies wanneer u mail wilt over ‘{soort.onderwerp}’."},
                )
