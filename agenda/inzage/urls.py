"""The addresses of what the portal keeps of somebody."""

from django.urls import path

from agenda.inzage import views

urlpatterns = [
    path("account/gegevens/", views.gegevens, name="account_gegevens"),
    path("account/gegevens/download/", views.download, name="account_gegevens_download"),
]
