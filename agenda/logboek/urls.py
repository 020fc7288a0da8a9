"""The addresses of the log."""

from django.urls import path

from agenda.logboek import views

urlpatterns = [
    path("werk/logboek/", views.lijst, name="logboek"),
    path("werk/logboek/<int:nummer>/", views.regel, name="logboek-regel"),
]
