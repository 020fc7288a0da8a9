"""After a herindeling: the people of a gemeente that is no more go to its successor, by a verb of a beheerder."""

from django.db import transaction
from django.urls import reverse

from agenda import audit, berichten, klok
from agenda.access import Permission, require
from agenda.herindeling import Herindeling
from agenda.levensloop import NietMogelijk
from agenda.models import Gebruiker, Gemeente, Organisatienummer, Uitnodiging


def te_doen() -> list[tuple[Gemeente, Gemeente | None, int]]:
    """Each gemeente that is no more and still has accounts: itself, its successor (none if divided), how many."""
    vandaag = klok.vandaag()
    opgegaan = Gemeente.objects.filter(opgegaan_op__lte=vandaag, gebruikers__isnull=False).distinct()
    herindeling = Herindeling(vandaag)
    return [
        (each, None if each.is_verdeeld else herindeling.nu(each), each.gebruikers.count())
        for each in opgegaan.select_related("opvolger")
    ]


@transaction.atomic
def overzetten(gemeente: Gemeente, *, by: Gebruiker) -> int:
    """Move accounts, open invitations and the numbers for eHerkenning of `gemeente` to who carries on for it.

    Raises GeenToegang, or NietMogelijk as long as it exists, when it was divided, and when nobody is left there.
    Returns how many accounts moved; each of those people is told.
    """
    require(by, Permission.ACCOUNTS_BEHEREN)
    gemeente = Gemeente.objects.select_for_update(of=["self"]).select_related("opvolger").get(pk=gemeente.pk)
    naar = _opvolger(gemeente)
    accounts = list(Gebruiker.objects.filter(gemeente=gemeente).order_by("pk").select_for_update())
    if not accounts:
        raise NietMogelijk(f"Bij {gemeente} hoort geen account meer. Er is niets over te zetten.")
    for account in accounts:
        account.gemeente = naar
        account.save(update_fields=["gemeente"])
        audit.record(account, "account_overzetten", by=by, van=str(gemeente), naar=str(naar))
    Organisatienummer.objects.filter(gemeente=gemeente).update(gemeente=naar)
    Uitnodiging.objects.unsettled().filter(gemeente=gemeente).update(gemeente=naar)
    berichten.stuur("gemeente_heringedeeld", accounts, over=naar, by=by, adres=reverse("account"))
    return len(accounts)


def _opvolger(gemeente: Gemeente) -> Gemeente:
    vandaag = klok.vandaag()
    if gemeente.opgegaan_op is None or gemeente.opgegaan_op > vandaag:
        raise NietMogelijk(f"De gemeente {gemeente} bestaat nog. Overzetten kan vanaf de dag van de herindeling.")
    if gemeente.is_verdeeld:
        raise NietMogelijk(f"{gemeente} is verdeeld over meer gemeenten. Kies bij elk account zelf de nieuwe gemeente.")
    return Herindeling(vandaag).nu(gemeente)
