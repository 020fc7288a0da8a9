"""The scopetoets: a person who did not write the description says whether it fits the Agenda, and why."""

from collections.abc import Callable

from django.db import transaction

from actielijnen.begroting.plafond import Geweigerd
from agenda import audit, klok
from agenda.access import Permission, require
from agenda.levensloop import Functiescheiding, scheiding
from agenda.models import Gebruiker
from interventies.models import Interventie, Scopetoets
from interventies.palet.regels import check_gelezen, check_tekst, lock

scheiding("Interventie", "Scopetoets vastleggen", "Een versie van de beschrijving schrijven")


Gevolg = Callable[[Interventie, Gebruiker], None]
_gevolgen: list[Gevolg] = []


def bij_buiten(functie: Gevolg) -> Gevolg:
    """Register what an app above this one does, in the same transaction, once an interventie is outside the scope."""
    _gevolgen.append(functie)
    return functie


def eigen_werk(interventie: Interventie, user: Gebruiker) -> str:
    """Why `user` cannot give the verdict himself, in Dutch; empty if he can."""
    if interventie.versies.filter(door=user).exists():
        return "U schreef mee aan de beschrijving. Vraag een collega om de scopetoets."
    return ""


def ontbrekende_toets(interventie: Interventie) -> str:
    """Why the newest version has no verdict to go on with, in Dutch; empty if it has.

    A verdict holds for the version that was read: what somebody wrote since, nobody else looked at.
    """
    toets, laatste = interventie.scopetoets, interventie.laatste
    if toets is None:
        return "Er is nog geen scopetoets. Vraag iemand die niet meeschreef om die te doen."
    if toets.oordeel == Scopetoets.Oordeel.BUITEN:
        return "De scopetoets zegt ‘buiten de scope’. De Agenda gaat dan niet verder met deze interventie."
    if toets.versie_id != laatste.pk:
        return (
            f"De scopetoets gaat over versie {toets.versie.nummer}, en er is nu versie {laatste.nummer}. "
            "Vraag iemand die niet meeschreef om die te toetsen."
        )
    return ""


def buiten_scope(interventie: Interventie) -> str:
    """Why the newest verdict puts `interventie` outside the scope; empty if it does not."""
    toets = interventie.scopetoets
    return toets.motivering if toets and toets.oordeel == Scopetoets.Oordeel.BUITEN else ""


def check_betaalbaar(interventie: Interventie, veld: str) -> None:
    """Raise Geweigerd if the newest verdict is ‘buiten’: then nothing is paid where SZW decides."""
    if waarom := buiten_scope(interventie):
        raise Geweigerd(
            f"De scopetoets zegt dat ‘{interventie}’ buiten de scope is: {waarom.rstrip('.')}. Het ministerie van SZW "
            "betaalt haar niet.",
            veld,
        )


@transaction.atomic
def toetsen(
    interventie: Interventie, *, oordeel: str, motivering: str, gelezen: int | None = None, by: Gebruiker
) -> Scopetoets:
    """Record a verdict on the newest version. Raises GeenToegang, Functiescheiding for an author, or Geweigerd.

    `gelezen`: the number of the version that the reader had before him; a newer one is refused.
    """
    require(by, Permission.SCOPE_TOETSEN)
    lock(interventie)
    if waarom := eigen_werk(interventie, by):
        raise Functiescheiding(waarom)
    check_gelezen(interventie, gelezen)
    was_buiten = buiten_scope(interventie)
    toets = Scopetoets.objects.create(
        interventie=interventie,
        oordeel=Scopetoets.Oordeel(oordeel),
        motivering=check_tekst("motivering", motivering, leeg="Schrijf op waarom u dit vindt.", langst=2000),
        versie=interventie.laatste,
        door=by,
        op=klok.nu(),
    )
    audit.record(interventie, "scopetoets_vastleggen", by=by, oordeel=str(toets), versie=toets.versie.nummer)
    if toets.oordeel == Scopetoets.Oordeel.BUITEN and not was_buiten:
        for gevolg in _gevolgen:
            gevolg(interventie, by)
    return toets
