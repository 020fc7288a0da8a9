"""The addresses of the terms of interventies and of the projecten."""

from django.urls import path

from interventies import views

urlpatterns = [
    path("werk/interventies/", views.interventies, name="interventies"),
    path("werk/projecten/<slug:sleutel>/", views.project, name="project"),
]
