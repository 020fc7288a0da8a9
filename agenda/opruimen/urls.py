"""The addresses of vernietigingslijsten."""

from django.urls import path

from agenda.opruimen import views

LIJST = "werk/vernietiging/<slug:nummer>/"

urlpatterns = [
    path("werk/vernietiging/", views.lijsten, name="vernietiging"),
    path("werk/vernietiging/opstellen/", views.opstellen, name="vernietiging-opstellen"),
    path(LIJST, views.detail, name="vernietigingslijst"),
    path(LIJST + "besluiten/", views.besluiten, name="vernietiging-besluiten"),
    path(LIJST + "hervatten/", views.hervatten, name="vernietiging-hervatten"),
    path(LIJST + "verklaring/", views.verklaring, name="vernietiging-verklaring"),
    path(LIJST + "verklaring/pdf/", views.verklaring_pdf, name="vernietiging-verklaring-pdf"),
]
