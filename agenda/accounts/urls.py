"""The addresses for signing in and out, and the demo door. Only what is named here exists of allauth's pages."""

from allauth.account import views as account
from django.urls import include, path

from agenda.access import PUBLIC, audience
from agenda.accounts import views

urlpatterns = [
    path("account/inloggen/", audience(PUBLIC)(account.login), name="account_login"),
    path("account/sso/", include("agenda.accounts.oidc.urls")),
    path("account/uitloggen/", views.uitloggen, name="account_logout"),
    path("demo/", views.demo, name="demo"),
]
