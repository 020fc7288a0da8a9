"""The one way in which a view makes a form of what was sent, or of what was kept for its page."""

from django.contrib import messages
from django.utils.datastructures import MultiValueDict
from django.utils.functional import cached_property

from agenda.sessies import bewaren, terug
from agenda.sessies.opslag import VORIGE

GEHEIM = {"key", "token"}  # arguments of addresses that are themselves a key: of such a page nothing is kept
VAN_AANMELDEN = ("account_", "mfa_", "socialaccount_", "usersessions_", "demo")  # about signing in: nothing to keep

BEWAARD = "Wat u had ingevuld, is bewaard. Log in, dan staat het er weer."
INGEVULD = "Wij hebben bewaard wat u had ingevuld. Controleer het en verstuur het opnieuw."
KNOP = "De knop waarop u drukte, heeft nog niets gedaan. Wilt u het nog? Druk er dan opnieuw op."
TE_GROOT = "Wat u had ingevuld, was te veel om te bewaren: meer dan 1 MB. Vul het opnieuw in."
WEG = "Wat u had ingevuld, is er niet meer. Het was langer dan 24 uur geleden, of het was van een ander account."


class Teruggave:
    """What was kept for the page of this request, and whether a form of that page took it."""

    def __init__(self, request):
        self.request = request
        self.sleutel = request.GET.get(terug.BEWAARD, "")
        self.about_files: list[str] = []
        self.is_taken = False
        self.is_kept_now = False

    @cached_property
    def invoer(self):
        return bewaren.zoeken(self.sleutel, self.request.user) if self.sleutel else None

    def values_for(self, form) -> dict:
        """What the fields of `form` had, as it would show them after a fault; nothing if it was another form."""
        velden, bestanden = MultiValueDict(self.invoer.velden), self.invoer.bestanden
        sent = {*velden, *bestanden}
        if not any(form.add_prefix(name) in sent or form.add_prefix(f"{name}_0") in sent for name in form.fields):
            return {}
        self.is_taken = True
        values = {}
        for name, field in form.fields.items():
            if bestand := bestanden.get(form.add_prefix(name)):
                self.about_files.append(f"Kies bij ‘{field.label}’ opnieuw het bestand {bestand}.")
            elif not field.disabled and not field.widget.needs_multipart_form:
                values[name] = field.widget.value_from_datadict(velden, {}, form.add_prefix(name))
        return values

    def melding(self) -> str:
        """What the visitor reads above the page; empty if nothing was kept. Asked when the page is written."""
        if not self.sleutel or self.request.method != "GET":
            return ""
        if self.invoer is None:
            return WEG
        if self.invoer.is_te_groot:
            return TE_GROOT
        return " ".join([INGEVULD, *self.about_files]) if self.is_taken else KNOP

    def clear(self, page: str) -> None:
        """Forget what was kept, now that it was sent from `page` and carried out."""
        sleutel = self.sleutel or terug.kept_for(page)
        if sleutel and not self.is_kept_now and (invoer := bewaren.zoeken(sleutel, self.request.user)):
            invoer.delete()


def teruggave(request) -> Teruggave:
    """The one Teruggave of this request."""
    if not hasattr(request, "teruggave"):
        request.teruggave = Teruggave(request)
    return request.teruggave


def filled(request, form_class, *arguments, **options):
    """The form as it was sent; or, when the page opens, with what was kept for it filled in again.

    A view builds a form in this way only. What was kept is shown and never carried out: that takes a new POST.
    What was sent is noted in `request.verstuurd`, for the status of the answer (agenda.middleware).
    """
    if request.method == "POST":
        form = form_class(*arguments, data=request.POST, files=request.FILES, **options)
        request.verstuurd = [*getattr(request, "verstuurd", []), form]
        return form
    form = form_class(*arguments, **options)
    if teruggave(request).invoer is None:
        return form
    options["initial"] = form.initial | teruggave(request).values_for(form)
    return form_class(*arguments, **options)


def keep(request, account: int) -> str:
    """Keep what this POST holds for `account`; returns the address of its page, where it will stand again."""
    page = terug.naming(terug.previous_page(request) or request.get_full_path())
    if GEHEIM & request.resolver_match.kwargs.keys():
        return page
    velden = dict(request.POST.lists())
    bestanden = {naam: bestand.name for naam, bestand in request.FILES.items()}
    invoer = bewaren.bewaren(account, page, velden, bestanden)
    teruggave(request).is_kept_now = True
    if invoer and (invoer.velden or invoer.bestanden) and not request.user.is_authenticated:
        messages.info(request, BEWAARD)
    return terug.naming(page, str(invoer.pk)) if invoer else page


def page_after_sign_in(request) -> str:
    """Where the anonymous go once they have signed in; what they sent is kept if we know of whom it is."""
    account = request.session.get(VORIGE) if request.method == "POST" else None
    if account is None or request.resolver_match.url_name.startswith(VAN_AANMELDEN):
        return terug.page_to_return_to(request)
    return keep(request, account)


def page_after_new_token(request) -> str:
    """Where somebody sends a form again whose token was of an earlier sign-in; empty if the form was not ours.

    The form is of who was signed in then, whoever is now.
    Only the browser itself can say in Origin that the form stood on a page of the portal.
    """
    account = request.session.get(VORIGE) or request.user.pk
    is_own = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    if account is None or not is_own or request.resolver_match.url_name.startswith(VAN_AANMELDEN):
        return ""
    return keep(request, account)
