"""The addresses of the actielijnen, the begroting and what belongs to them."""

from django.urls import path

from actielijnen import views

urlpatterns = [
    path("werk/actielijnen/", views.actielijnen, name="actielijnen"),
    path("werk/actielijnen/<int:nummer>/", views.actielijn, name="actielijn"),
    path("werk/begroting/", views.begroting, name="begroting"),
    path("werk/raad/", views.raad, name="raad"),
    path("werk/mijlpalen/", views.mijlpalen, name="mijlpalen"),
    path("werk/samenhang/", views.samenhang, name="samenhang"),
]
