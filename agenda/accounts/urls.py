"""The addresses for signing in and out, and the demo door."""

from django.urls import path

from agenda.accounts import views

urlpatterns = [
    path("account/inloggen/", views.InloggenView.as_view(), name="inloggen"),
    path("account/uitloggen/", views.uitloggen, name="uitloggen"),
    path("demo/", views.demo, name="demo"),
]
