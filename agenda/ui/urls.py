"""The address of the gallery."""

from django.urls import path

from agenda.ui import views

urlpatterns = [path("", views.stijlgids, name="stijlgids")]
