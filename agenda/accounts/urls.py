"""The addresses for signing in and out, for one's own account, and the demo door.

Only what is named here exists of allauth's pages.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes.views import generate_recovery_codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from django.urls import include, path, re_path
from django.views.decorators.cache import never_cache

from agenda.access import PUBLIC, SIGNED_IN, audience
from agenda.accounts import views
from agenda.accounts.beveiliging import views as beveiliging
from agenda.accounts.beveiliging.views import only_with, while_another_remains
from agenda.accounts.tweede_factor import signs_in_here

public = audience(PUBLIC)


def own(view):
    """A page for who is signed in, and not for who presses ‘back’ afterwards on the same computer."""
    return audience(SIGNED_IN)(never_cache(view))


inloggen = [
    path("", public(account.login), name="account_login"),
    path("tweede-stap/", public(beveiliging.TweedeStap.as_view()), name="mfa_authenticate"),
    path("passkey/", public(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path("afbreken/", views.afbreken, name="inloggen_afbreken"),
]

confirm = beveiliging.can_confirm
bevestigen = [
    path(
        "",
        own(only_with(beveiliging.can_confirm_with_password, account.reauthenticate)),
        name="account_reauthenticate",
    ),
    path("code/", own(only_with(confirm, mfa.reauthenticate)), name="mfa_reauthenticate"),
    path(
        "passkey/",
        own(only_with(confirm, beveiliging.PasskeyBevestigen.as_view())),
        name="mfa_reauthenticate_webauthn",
    ),
]


def own_factor(view):
    """A page of one's own factors, for who signs in at the portal itself."""
    return own(only_with(signs_in_here, view))


removal = while_another_remains(app.deactivate_totp)
codes = only_with(beveiliging.has_recovery_codes, beveiliging.Herstelcodes.as_view())
beveiligen = [
    path("", own_factor(beveiliging.Beveiliging.as_view()), name="mfa_index"),
    path("app/", own_factor(app.activate_totp), name="mfa_activate_totp"),
    path("app/weghalen/", own(only_with(beveiliging.has_app, removal)), name="mfa_deactivate_totp"),
    path("herstelcodes/", own(codes), name="mfa_view_recovery_codes"),
    path("herstelcodes/nieuw/", own_factor(generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("passkeys/", own_factor(passkeys.list_webauthn), name="mfa_list_webauthn"),
    path("passkeys/toevoegen/", own_factor(beveiliging.PasskeyToevoegen.as_view()), name="mfa_add_webauthn"),
    path("passkeys/<int:pk>/naam/", own(passkeys.edit_webauthn), name="mfa_edit_webauthn"),
    path(
        "passkeys/<int:pk>/weghalen/",
        own(while_another_remains(passkeys.remove_webauthn)),
        name="mfa_remove_webauthn",
    ),
]

change = only_with(beveiliging.has_password, account.password_change)
wachtwoord = [
    path("", own(change), name="account_change_password"),
    path("vergeten/", public(account.password_reset), name="account_reset_password"),
    path("vergeten/verstuurd/", public(account.password_reset_done), name="account_reset_password_done"),
    path("nieuw/klaar/", public(account.password_reset_from_key_done), name="account_reset_password_from_key_done"),
    re_path(  # the form in which allauth writes the link
        r"^nieuw/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        public(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
]

urlpatterns = [
    path("account/", views.account, name="account"),
    path("account/inloggen/", include(inloggen)),
    path("account/sso/", include("agenda.accounts.oidc.urls")),
    path("account/uitloggen/", views.uitloggen, name="account_logout"),
    path("account/bevestigen/", include(bevestigen)),
    path("account/beveiliging/", include(beveiligen)),
    path("account/wachtwoord/", include(wachtwoord)),
    path("account/sessies/", views.sessies, name="usersessions_list"),
    path("demo/", views.demo, name="demo"),
    path("demo/bevestigen/", views.demo_bevestigen, name="demo-bevestigen"),
]
