"""The officials of one gemeente on deadline day, over HTTP: they keep trying, and remember what was acknowledged."""

import re
import secrets
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from hashlib import sha256
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

GEDULD = 60  # seconds that somebody keeps trying
TIMEOUT = 60  # seconds for one answer
WACHT = 0.3  # seconds before the next attempt
BIJLAGE = b"Proef;Bedrag\n" + b"regel van de begroting;1.000,00\n" * (1024**2 // 32)  # 1 MB, as CSV
SHA256 = sha256(BIJLAGE).hexdigest()
STAND = re.compile(r'name="stand" value="(\d+)"')
MARKUP = re.compile(r"<[^>]+>|\s+")
KENMERK = re.compile(r"/gemeente/aanvragen/([A-Z]+-\d{4}-\d{5,})/")


@dataclass(frozen=True)
class Antwoord:
    status: int
    naar: str
    tekst: str
    begonnen: float  # seconds since 1970, on the real clock: before the first byte went
    verzonden: float  # after the last byte went

    def __str__(self):
        return f"{self.status} {self.naar} {MARKUP.sub(' ', self.tekst)[-600:]}"


@dataclass
class Meting:
    """What all officials together saw; lists, because appending to one is safe between threads."""

    duren: list[float] = field(default_factory=list)
    gebroken: list[str] = field(default_factory=list)
    bewaard: list[tuple[str, str, object]] = field(default_factory=list)  # aanvraag, question, answer
    ontvangen: list[tuple[str, str, Antwoord]] = field(default_factory=list)  # aanvraag, kenmerk
    te_laat: list[tuple[str, Antwoord]] = field(default_factory=list)
    geprobeerd: list[tuple[str, float]] = field(default_factory=list)  # aanvraag, when somebody began to hand it in
    vreemd: list[str] = field(default_factory=list)


class Ambtenaar:
    """Somebody with a session, who asks one thing at a time."""

    def __init__(self, poort: int, namen: dict, sessie: str, meting: Meting):
        self.poort, self.meting, self.csrf = poort, meting, secrets.token_hex(16)
        self.cookie = f"{namen['cookie']}={sessie}; {namen['csrf']}={self.csrf}"

    def vraag(self, pad: str, velden: dict | None = None, bestand: tuple | None = None) -> Antwoord:
        """One request. Raises OSError or HTTPException when there is no whole answer."""
        koppen = {"Cookie": self.cookie, "Connection": "close"}
        body = None
        if velden is not None:
            koppen["Content-Type"], body = _body(velden | {"csrfmiddlewaretoken": self.csrf}, bestand)
        connection = HTTPConnection("127.0.0.1", self.poort, timeout=TIMEOUT)
        begonnen = time.time()
        try:
            connection.request("POST" if body is not None else "GET", pad, body, koppen)
            verzonden = time.time()
            answer = connection.getresponse()
            tekst = answer.read().decode()
        finally:
            connection.close()
        self.meting.duren.append(time.time() - begonnen)
        return Antwoord(answer.status, answer.getheader("Location", ""), tekst, begonnen, verzonden)

    def houd_vol(self, actie):
        """What `actie` gives, tried again as long as the portal is away."""
        end = time.time() + GEDULD
        while True:
            try:
                answer = actie()
                if answer.status < 500 or time.time() > end:
                    return answer
            except (OSError, HTTPException) as fault:
                self.meting.gebroken.append(repr(fault))
                if time.time() > end:
                    raise
            time.sleep(WACHT)

    def bewaar(self, aanvraag: str, sectie: str, velden: dict, antwoorden: dict, bestand=None) -> None:
        """Open a section and save it: `antwoorden` is how the portal keeps `velden`."""
        pad = f"/gemeente/aanvragen/{aanvraag}/onderdelen/{sectie}/"

        def open_and_save():
            page = self.vraag(pad)
            found = STAND.search(page.tekst)
            return self.vraag(pad, velden | {"stand": found[1]}, bestand) if found else page

        answer = self.houd_vol(open_and_save)
        if answer.status == 302 and "/gemeente/aanvragen/" in answer.naar:
            self.meting.bewaard.extend((aanvraag, vraag, waarde) for vraag, waarde in antwoorden.items())
        else:
            self.meting.vreemd.append(f"{sectie}: {answer}")

    def dien_in(self, aanvraag: str) -> None:
        self.meting.geprobeerd.append((aanvraag, time.time()))
        answer = self.houd_vol(lambda: self.vraag(f"/gemeente/aanvragen/{aanvraag}/indienen/", {}))
        if answer.status == 302 and (kenmerk := KENMERK.search(answer.naar)):
            self.meting.ontvangen.append((aanvraag, kenmerk[1], answer))
        elif answer.status == 409 and "Zij is daarom niet ingediend" in answer.tekst:
            self.meting.te_laat.append((aanvraag, answer))
        else:
            self.meting.vreemd.append(f"indienen: {answer}")


def vul_in(namen: dict, mensen: list[Ambtenaar], nummer: int, pauze: float) -> str:
    """Three officials fill in one aanvraag, with `pauze` seconds between their saves; which one it is."""
    een, twee, drie = mensen
    begonnen = een.houd_vol(lambda: een.vraag(namen["begin"], {}))
    assert begonnen.status == 302, f"beginnen: {begonnen}"
    aanvraag = begonnen.naar.rstrip("/").rpartition("/")[2]
    wat = f"Gastlessen in buurt {nummer}"
    een.bewaar(aanvraag, "plan", {"wat": wat, "start": "2027-02-01"}, {"wat": wat, "start": "2027-02-01"})
    time.sleep(pauze)
    twee.bewaar(aanvraag, "geld", {"bedrag": f"€ {nummer}.500"}, {"bedrag": f"{nummer}500.00"})
    time.sleep(pauze)
    drie.bewaar(aanvraag, "bijlage", {}, {"begroting": SHA256}, ("begroting", "begroting.csv", BIJLAGE))
    drie.bewaar(aanvraag, "verklaring", {"eens": "on"}, {"eens": True})
    time.sleep(pauze)
    een.bewaar(aanvraag, "plan", {"wat": f"{wat}!", "start": "2027-02-01"}, {"wat": f"{wat}!"})
    return aanvraag


def dien_in(mensen: list[Ambtenaar], aanvraag: str) -> None:
    """The first and the last of them, at the same time."""
    with ThreadPoolExecutor(2) as samen:
        for each in (mensen[0], mensen[-1]):
            samen.submit(each.dien_in, aanvraag)


def _body(velden: dict, bestand: tuple | None) -> tuple[str, bytes]:
    if bestand is None:
        return "application/x-www-form-urlencoded", urlencode(velden).encode()
    grens, (naam, bestandsnaam, inhoud) = secrets.token_hex(16), bestand
    delen = [f'--{grens}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n' for key, value in velden.items()]
    kop = f'--{grens}\r\nContent-Disposition: form-data; name="{naam}"; filename="{bestandsnaam}"\r\nContent-Type: text/csv\r\n\r\n'
    return f"multipart/form-data; boundary={grens}", f"{''.join(delen)}{kop}".encode() + inhoud + f"\r\n--{grens}--\r\n".encode()
