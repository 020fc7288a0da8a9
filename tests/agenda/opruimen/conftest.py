"""A portal in which one person expired in every way, and two others who propose and decide."""

from datetime import UTC, datetime, timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession

from agenda import audit, bestanden, klok
from agenda.access import Rol
from agenda.models import Bericht, Bestand, BewaardeInvoer, Gebruiker, Mail, Scanstand, Taak, Uitnodiging
from agenda.sessies.opslag import SessionStore

NU = datetime(2026, 11, 22, 12, tzinfo=UTC)
LANG_GELEDEN = NU - timedelta(days=400)
NAAM = "Petronella Zwanenburg"
EMAIL = "p.zwanenburg@planted.example"


@pytest.fixture(autouse=True)
def opslag(settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "agenda.bestanden.opslag.DuurzameOpslag", "OPTIONS": {"location": tmp_path}}
    }
    return tmp_path


@pytest.fixture(autouse=True)
def vandaag():
    with klok.vastgezet(NU):
        yield


@pytest.fixture
def beheerder(account):
    return account(Rol.BEHEERDER)


def read_message(wie: Gebruiker) -> None:
    Bericht.objects.create(
        ontvanger=wie, soort="taak_klaar", deel="informatie", kenmerk="lijst Gemeenten", adres="/", moment=klok.nu()
    )


@pytest.fixture
def petronella(db, beheerder):
    """Blocked more than a year ago; the portal kept her name, address and traces in every place that it has."""
    with klok.vastgezet(LANG_GELEDEN):
        wie = Gebruiker.objects.create_user(EMAIL, "wachtwoord van Zwanenburg", naam=NAAM, rollen=[Rol.REDACTEUR])
        audit.record(wie, "inloggen", by=wie)
        Uitnodiging.objects.create(
            email=EMAIL, naam=NAAM, rollen=[Rol.REDACTEUR], door=beheerder, vingerafdruk="a" * 64,
            verstuurd_op=klok.nu(), geldig_tot=klok.nu() + timedelta(days=7), gebruikt_op=klok.nu(),
        )  # fmt: skip
        uitvoer = bestanden.bewaar(
            b"naam\r\nZwanenburg\r\n", "zwanenburg.csv", by=wie, zelf_gemaakt=True, bewaren_tot=klok.vandaag()
        )
        Taak.objects.create(
            soort="lijst_exporteren", argumenten={"vraag": "zoek=Zwanenburg"}, aangevraagd_door=wie,
            stand=Taak.Stand.KLAAR, klaar_op=klok.nu(), resultaat=uitvoer,
        )  # fmt: skip
        Bestand.objects.create(
            naam="cv-zwanenburg.pdf", sha256="0" * 64, grootte=1, mediatype="application/pdf", eigenaar=wie,
            scanstand=Scanstand.GEWEIGERD, bevinding="Proef", scanner="proef", gescand_op=klok.nu(),
        )  # fmt: skip
        Mail.objects.create(
            soort="proef", aan=EMAIL, message_id="<1@portaal.invalid>", stand=Mail.Stand.VERZONDEN, verzonden_op=klok.nu()
        )
        read_message(wie)
        BewaardeInvoer.objects.create(account=wie, adres="/", velden={"reden": ["Zwanenburg"]}, moment=klok.nu())
        EmailAddress.objects.create(user=wie, email=EMAIL, verified=True, primary=True)
        Authenticator.objects.create(user=wie, type=Authenticator.Type.TOTP, data={"secret": "zwanenburg"})
        sessie = SessionStore()
        sessie.update({"_auth_user_id": str(wie.pk), "naam": NAAM})
        sessie.save()
        UserSession.objects.create(
            user=wie, ip="192.0.2.9", user_agent="Zwanenburg/1.0", session_key=sessie.session_key,
            last_seen_at=klok.nu(),
        )  # fmt: skip
    wie.is_active = False
    wie.save()
    return wie
