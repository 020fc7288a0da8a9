"""Regelingen with their versions and themes, and what flows to municipalities."""

from subsidies.models.aanlevering import Aanlevering, Aanleverrij
from subsidies.models.aanvraagbestanden import Aanvraagbestand
from subsidies.models.aanvragen import Aanvraag, Antwoord, Kenmerkteller
from subsidies.models.aanvullingen import Aanvulling, Aanvullingsonderdeel
from subsidies.models.bekostiging import Bekostiging
from subsidies.models.du import Aanmelding, Decentralisatieuitkering, Fondsuitkering, Terugkoppeling
from subsidies.models.formulieren import Formuliersectie, Formulierversie, Formuliervraag
from subsidies.models.gesprekken import Aanvraagbericht, Contactgegevens, Leesmoment, Notitie
from subsidies.models.handtekeningen import Handtekening
from subsidies.models.maxima import MaximumAanvraag
from subsidies.models.ondertekening import Medeondertekening
from subsidies.models.regelingen import Regeling, RegelingVersie, Thema
from subsidies.models.regels import Regelingtermijn, SisaIndicator
from subsidies.models.storingen import Storing
from subsidies.models.stukken import Regelingstuk
from subsidies.models.toekenningen import Bestemming, Praktijkvoorbeeld, Toekenning

__all__ = [
    "Aanlevering",
    "Aanleverrij",
    "Aanmelding",
    "Aanvraag",
    "Aanvraagbericht",
    "Aanvraagbestand",
    "Aanvulling",
    "Aanvullingsonderdeel",
    "Antwoord",
    "Bekostiging",
    "Bestemming",
    "Contactgegevens",
    "Decentralisatieuitkering",
    "Fondsuitkering",
    "Formuliersectie",
    "Formulierversie",
    "Formuliervraag",
    "Handtekening",
    "Kenmerkteller",
    "Leesmoment",
    "MaximumAanvraag",
    "Medeondertekening",
    "Notitie",
    "Praktijkvoorbeeld",
    "Regeling",
    "RegelingVersie",
    "Regelingstuk",
    "Regelingtermijn",
    "SisaIndicator",
    "Storing",
    "Terugkoppeling",
    "Thema",
    "Toekenning",
]
