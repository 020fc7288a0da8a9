"""Who is asked for something that a letter needs hears of it, and the staff home shows how it stands."""

from datetime import date, datetime

from agenda import klok
from agenda.access import Rol
from agenda.models import Bericht
from rapportage.taken import voorbereiding_herinneren
from rapportage.voorbereiding import punten
from tests.hulpmiddelen import voorbereiding as maak
from tests.hulpmiddelen.pagina import text

UITERLIJK = date(2027, 3, 10)  # Wednesday; five working days before is the 3rd


def round_on(dag: int) -> None:
    """The reminding of that day in March, twice: it runs every ten minutes."""
    with klok.vastgezet(datetime(2027, 3, dag, 9, tzinfo=klok.AMSTERDAM)):
        voorbereiding_herinneren()
        voorbereiding_herinneren()


def test_who_is_asked_is_reminded_before_on_and_after_the_day_once_each_until_it_is_done(klein, account):
    behandelaar, _ = account(Rol.BEHANDELAAR), account(Rol.BUDGETHOUDER)
    with klok.vastgezet(datetime(2027, 3, 1, 9, tzinfo=klok.AMSTERDAM)):
        maak.sjabloonpunt(klein, vraag="Later", weken_vooraf=0)
        lijst = maak.lijst(klein)
        maak.punt(lijst, uiterlijk_op=UITERLIJK, vraag="Aantal gemeenten", eigenaar_rol=Rol.BEHANDELAAR)
        klaar = maak.punt(lijst, uiterlijk_op=UITERLIJK, vraag="Klaar", eigenaar_rol=Rol.BEHANDELAAR)
        punten.gereedmelden(klaar, notitie="Overgenomen.", by=behandelaar)
    for dag in (2, 3, 10, 11):
        round_on(dag)
    soorten = ["voorbereiding_nadert", "voorbereiding_vandaag", "voorbereiding_verstreken"]
    assert list(Bericht.objects.order_by("pk").values_list("soort", "ontvanger", "kenmerk")) == [
        (soort, behandelaar.pk, "brief 2027, punt 2") for soort in soorten
    ]


def test_the_staff_home_shows_how_the_next_letter_stands_or_that_there_is_no_list(klein, account, client):
    with klok.vastgezet(datetime(2027, 3, 11, 9, tzinfo=klok.AMSTERDAM)):
        client.force_login(account(Rol.BEHANDELAAR))
        assert "Er is nog geen lijst van wat er voor de brief klaar moet zijn." in text(
            client.get("/werk/?programma=klein")
        )
        maak.sjabloonpunt(klein, vraag="Later", weken_vooraf=0)
        maak.punt(maak.lijst(klein), uiterlijk_op=UITERLIJK, vraag="Aantal gemeenten", eigenaar_rol=Rol.BEHANDELAAR)
        seen = text(client.get("/werk/?programma=klein"))
    assert "Voorbereiding van de brief van 2027 Klaar voor de brief 0 van 2 klaar" in seen
    assert "1 te laat." in seen
    assert "Eerst nodig: Aantal gemeenten Het hele programma, uiterlijk 10 maart 2027, te laat" in seen
