"""What can expire, as a table: which records, since when, and how they go. The terms are in agenda.privacy."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce, Greatest

from agenda import klok, privacy
from agenda.models import AuditRegel, Bericht, Bestand, Gebruiker, Mail, Scanstand, Taak, Uitnodiging
from agenda.opruimen.wissen import DOMEIN, wis_account, wis_bestand, wis_rij, wis_taak

ACCOUNT = Gebruiker._meta.label_lower


@dataclass(frozen=True)
class Soort:
    """One kind of record that can expire. Its key is that of its bewaartermijn."""

    naam: str
    wijze: str
    records: Callable[[], QuerySet]  # with `sinds`: the moment the term began; unknown means it did not begin
    wis: Callable[..., None]

    def verlopen(self, sleutel: str, peilmoment: datetime) -> QuerySet:
        """The records whose term has passed at `peilmoment`, the oldest first."""
        grens = peilmoment - timedelta(days=privacy.termijn(sleutel).dagen)
        return self.records().filter(sinds__lt=grens).order_by("sinds", "pk")


def accounts() -> QuerySet:
    """Accounts of persons that were not erased before; `sinds` is the last thing that they or others did with it."""
    own = AuditRegel.objects.filter(account=OuterRef("pk"))
    about = AuditRegel.objects.filter(onderwerp_soort=ACCOUNT, onderwerp_sleutel=Cast(OuterRef("pk"), CharField()))
    moments = [Subquery(rows.order_by("-moment").values("moment")[:1]) for rows in (own, about)]
    busy = Exists(Taak.objects.open().filter(aangevraagd_door=OuterRef("pk")))
    persons = Gebruiker.objects.persons().exclude(email__endswith=f"@{DOMEIN}").exclude(busy)
    return persons.annotate(sinds=Greatest(*moments, "last_login"))


def blocked_accounts() -> QuerySet:
    return accounts().filter(is_active=False)


def unused_accounts() -> QuerySet:
    return accounts().filter(is_active=True, last_login__isnull=True)


def settled_invitations() -> QuerySet:
    return Uitnodiging.objects.annotate(sinds=Coalesce("gebruikt_op", "ingetrokken_op", "geldig_tot"))


def ended_mails() -> QuerySet:
    return Mail.objects.exclude(stand=Mail.Stand.WACHT).annotate(sinds=Coalesce("verzonden_op", "aangemaakt_op"))


def past_messages() -> QuerySet:
    """What asks nothing any more; what was to do counts from the day that it was done."""
    return Bericht.objects.informatie().annotate(sinds=Coalesce("afgehandeld_op", "moment"))


def refused_files() -> QuerySet:
    """Those that no document of a record keeps the row of."""
    documents = (each.name for each in Bestand._meta.related_objects if each.one_to_one)
    free = {f"{naam}__isnull": True for naam in documents}
    refused = Bestand.objects.filter(scanstand=Scanstand.GEWEIGERD, **free)
    return refused.annotate(sinds=F("gescand_op"))


def ended_tasks() -> QuerySet:
    """Those whose file may go as well: it is gone, has no term of its own, or its term has passed."""
    free = Q(resultaat__isnull=True) | Q(resultaat__bewaren_tot__isnull=True)
    return (
        Taak.objects.exclude(stand__in=Taak.Stand.open())
        .filter(free | Q(resultaat__bewaren_tot__lt=klok.vandaag()))
        .select_related("resultaat")
        .annotate(sinds=F("klaar_op"))
    )


GEWIST = "naam, e-mailadres en inloggegevens gewist; het nummer blijft"
WEG = "rij verwijderd"
BESTAND_WEG = "bestand en rij verwijderd"

# In the order in which they go: an account last, because what hangs from it goes along.
# fmt: off
SOORTEN: dict[str, Soort] = {
    "uitnodiging_voorbij": Soort("uitnodiging die voorbij is",       WEG,         settled_invitations, wis_rij),
    "mail_beeindigd":      Soort("mail die weg is",                  WEG,         ended_mails,         wis_rij),
    "bericht_voorbij":     Soort("bericht dat voorbij is",           WEG,         past_messages,       wis_rij),
    "bestand_geweigerd":   Soort("geweigerd bestand",                BESTAND_WEG, refused_files,       wis_bestand),
    "taak_beeindigd":      Soort("beëindigde taak met haar bestand", BESTAND_WEG, ended_tasks,         wis_taak),
    "account_geblokkeerd": Soort("geblokkeerd account",              GEWIST,      blocked_accounts,    wis_account),
    "account_ongebruikt":  Soort("account dat nooit is gebruikt",    GEWIST,      unused_accounts,     wis_account),
}
# fmt: on


@dataclass(frozen=True)
class Verlopen:
    """One record whose term has passed: what would go, without saying whose it is."""

    soort: str
    sleutel: str
    sinds: date


def verlopen() -> list[Verlopen]:
    """Everything that may go now, kind by kind and the oldest first."""
    nu = klok.nu()
    return [
        Verlopen(sleutel, str(record.pk), record.sinds.astimezone(klok.AMSTERDAM).date())
        for sleutel, soort in SOORTEN.items()
        for record in soort.verlopen(sleutel, nu).iterator()
    ]
