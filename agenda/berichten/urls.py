"""The addresses of the inbox and of the choices about mail, for everybody who is signed in."""

from django.urls import path

from agenda.berichten import views

urlpatterns = [
    path("berichten/", views.inbox, name="berichten"),
    path("berichten/gelezen/", views.gelezen, name="berichten-gelezen"),
    path("berichten/<int:pk>/", views.bericht, name="bericht"),
    path("mail/", views.mailinstellingen, name="mailinstellingen"),
]
