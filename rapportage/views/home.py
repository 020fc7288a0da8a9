"""The two home pages: of the public, and of the staff."""

from django.shortcuts import render

from agenda.access import PUBLIC, Permission, audience


@audience(PUBLIC)
def openbaar(request):
    return render(request, "rapportage/home.html")


@audience(Permission.PROGRAMMA_INZIEN)
def werk(request):
    return render(request, "rapportage/werk.html")
