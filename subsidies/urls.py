"""The addresses of the regelingen."""

from django.urls import path

from subsidies import views

urlpatterns = [
    path("werk/regelingen/", views.regelingen, name="regelingen"),
    path("werk/regelingen/<slug:sleutel>/", views.regeling, name="regeling"),
]
