"""The addresses on the way to a provider and back; the second must be registered there."""

from django.urls import path

from agenda.accounts.oidc import views

urlpatterns = [
    path("<slug:aanbieder>/", views.aanmelden, name="oidc_aanmelden"),
    path("<slug:aanbieder>/terug/", views.terug, name="oidc_terug"),
]
