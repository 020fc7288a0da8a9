"""Who needs a second factor sets it up first: until then nothing else opens."""

from django.shortcuts import redirect

from agenda.accounts.tweede_factor import must_set_up

# What setting up, and giving up, needs.
OPEN = {
    "account",
    "account_change_password",
    "account_logout",
    "account_reauthenticate",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_generate_recovery_codes",
    "mfa_index",
    "mfa_view_recovery_codes",
    "usersessions_list",
}


class TweedeFactorMiddleware:
    """Leads a local account that can change something, and has no second factor, to the page for setting one up."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.resolver_match.url_name not in OPEN and must_set_up(request):
            return redirect("mfa_index")
        return None
