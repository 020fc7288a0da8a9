"""The portal as full as a demo: the loaded programme, its letter, and for each person a file and a task."""

from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from agenda import audit, bestanden, klok
from agenda.access import Rol
from agenda.models import (
    Bericht,
    Bron,
    Brondocument,
    Gebruiker,
    Momentopname,
    Programma,
    Taak,
    Vernietigingslijst,
    Vernietigingsverklaring,
)
from agenda.opruimen.uitvoeren import digest, verklaring_van
from rapportage.brief import schrijven
from rapportage.models import Brief
from tests.hulpmiddelen import (
    aanvragen,
    activiteiten,
    boekingen,
    imports,
    interventies,
    regelingen,
    stand,
    uitkeringen,
    uitnodigingen,
    voorbereiding,
    voorstellen,
)
from tests.hulpmiddelen.passkeys import passkey
from tests.hulpmiddelen.routes import VOORBEELDEN

PDF = b"%PDF-1.7\n%%EOF\n"
ANONIEM = "anoniem"
PERSONEN = [ANONIEM, *(rol.value for rol in Rol if rol != Rol.SYSTEEM)]


@pytest.fixture
def opslag(settings, tmp_path):
    """Files of tests lie in a folder of their own."""
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path},
        }
    }


@pytest.fixture(scope="session")
def rows_with_letter(loaded_rows, django_db_blocker):
    """The loaded programme and its letter of 2024, offered for parafering as the command does it."""
    with django_db_blocker.unblock(), transaction.atomic():
        stand.put_back(loaded_rows)
        systeem = Gebruiker.objects.systeem()
        brief = schrijven.openen(Programma.objects.huidig(), Brief.Soort.VOORTGANG, 2024, by=systeem)
        schrijven.aanbieden(brief, by=systeem)
        rows = stand.keep()
        transaction.set_rollback(True)
    return rows


@pytest.fixture
def brief(rows_with_letter, db, opslag):
    """The letter of 2024, with a PDF."""
    with transaction.atomic():
        stand.put_back(rows_with_letter)
    brief = Brief.objects.select_related("programma").get()
    brief.aanbiedingen.update(pdf=bestanden.bewaar(PDF, "brief.pdf", by=None, zelf_gemaakt=True))
    return brief


@pytest.fixture
def persoon(account):
    """The person of a role, or nobody."""

    def find(naam):
        return AnonymousUser() if naam == ANONIEM else account(Rol(naam))

    return find


VERNIETIGING = (
    "vernietigingslijst",
    "vernietiging-besluiten",
    "vernietiging-hervatten",
    "vernietiging-verklaring",
    "vernietiging-verklaring-pdf",
)


def vernietigingslijst() -> Vernietigingslijst:
    """One that was carried out and destroyed nothing."""
    tweede, _ = Gebruiker.objects.get_or_create(email="tweede@voorbeeld.invalid", defaults={"naam": "Tweede"})
    lijst, _ = Vernietigingslijst.objects.get_or_create(
        nummer="V-2026-999",
        defaults={
            "status": Vernietigingslijst.Status.UITGEVOERD,
            "opgesteld_op": klok.nu(),
            "opgesteld_door": Gebruiker.objects.systeem(),
            "besloten_op": klok.nu(),
            "besloten_door": tweede,
            "uitgevoerd_op": klok.nu(),
        },
    )
    inhoud = verklaring_van(lijst, uitgevoerd_op=lijst.uitgevoerd_op)
    Vernietigingsverklaring.objects.get_or_create(
        lijst=lijst, defaults={"inhoud": inhoud, "sha256": digest(inhoud), "gemaakt_op": klok.nu()}
    )
    return lijst


def records_for(user) -> dict:
    """Arguments of the routes to what is somebody's own (the anonymous ask for the portal's), and to an opname."""
    eigenaar = user if user.is_authenticated else Gebruiker.objects.systeem()
    bestand = bestanden.bewaar(PDF, "lijst.pdf", by=eigenaar, zelf_gemaakt=True)
    taak = Taak.objects.create(soort="lijst_exporteren", argumenten={}, aangevraagd_door=eigenaar)
    opname = Momentopname.objects.first()
    bericht = Bericht.objects.create(ontvanger=eigenaar, soort="taak_klaar", deel="informatie", adres="/")
    regel = audit.record(eigenaar, "uitloggen", by=eigenaar)
    eigen_passkey, lijst = {"pk": passkey(eigenaar).pk}, {"nummer": vernietigingslijst().nummer}
    elders = activiteiten.arguments() | boekingen.arguments() | imports.arguments() | voorbereiding.arguments()
    elders |= uitkeringen.arguments(getattr(user, "gemeente", None))
    elders |= regelingen.arguments() | interventies.arguments()
    elders |= voorstellen.arguments(getattr(user, "gemeente", None))
    elders |= aanvragen.arguments(getattr(user, "gemeente", None))
    return uitnodigingen.arguments(getattr(user, "gemeente", None)) | elders | {
        "bericht": {"pk": bericht.pk},
        "logboek-regel": {"nummer": regel.pk},
        "bestand": {"pk": bestand.pk},
        "mfa_edit_webauthn": eigen_passkey,
        "mfa_remove_webauthn": eigen_passkey,
        "taak": {"pk": taak.pk},
        "taak_annuleren": {"pk": taak.pk},
        **{naam: lijst for naam in VERNIETIGING},
        "bron-document-openen": (document := {"sleutel": "voortgangsbrief-2024", "pk": document_for(eigenaar)}),
        "bron-document-verwijderen": document,
        "brief-opname-pdf": (of_opname := VOORBEELDEN["brief"] | {"sha256": opname.sha256 if opname else "geen"}),
        "brief-paraferen": of_opname,
    }


def document_for(user) -> UUID:
    """The number of a document that `user` added to the bron of the letter; a number of nothing without that bron."""
    bron = Bron.objects.filter(sleutel="voortgangsbrief-2024").first()
    if bron is None:
        return uuid4()
    bestand = bestanden.bewaar(PDF, "document.pdf", by=None, zelf_gemaakt=True)
    return Brondocument.objects.create(
        bron=bron, bestand=bestand, versie="concept", omschrijving="x", toegevoegd_door=user
    ).pk


@pytest.fixture
def eigen(opslag):
    return records_for


def answer(client, method, address):
    """One request whose changes are taken back."""
    with transaction.atomic():
        response = getattr(client, method)(address)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        transaction.set_rollback(True)
    return response, body.decode(errors="replace")
