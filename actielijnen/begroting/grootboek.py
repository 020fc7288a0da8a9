"""The ledger as its verbs ask it: booking by booking, or fetched and written together for a series of them."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from decimal import Decimal
from functools import wraps

from django.db import transaction

from actielijnen.begroting.openstaand import met_openstaand
from actielijnen.begroting.standen import Stand, bijdrage, stand_van, standen
from actielijnen.models import Begrotingsjaar, Begrotingsregel, Betaling, Mutatie, Verplichting
from agenda import audit


@dataclass(frozen=True)
class Saldo:
    """What a verplichting is by now, and what is paid of it less what came back; in euro."""

    verplicht: Decimal
    betaald: Decimal

    @property
    def openstaand(self) -> Decimal:
        return self.verplicht - self.betaald

    def met(self, betaling: Betaling) -> "Saldo":
        return Saldo(self.verplicht, self.betaald + betaling.netto_bedrag)


class Grootboek:
    """Asks the database each time and writes at once; what it says of a line is true while its lock is held."""

    def geheel(self, verb: Callable, *args, **velden):
        """What `verb` answers; it books all that it should, or nothing."""
        with transaction.atomic():
            return verb(*args, **velden)

    def lock(self, sleutels: list[int]) -> dict[int, Begrotingsregel]:
        """The lines with these numbers, locked in one order, so that two never wait for each other."""
        rijen = Begrotingsregel.objects.select_for_update(of=("self",)).met_namen().filter(pk__in=sleutels)
        return {regel.pk: regel for regel in rijen.order_by("pk")}

    def naast(self, regel: Begrotingsregel) -> list[Begrotingsregel]:
        """All lines of the same post and dekkingsbron."""
        return list(Begrotingsregel.objects.filter(post=regel.post_id, dekkingsbron=regel.dekkingsbron_id))

    def afgesloten_jaren(self, programma) -> list[int]:
        gesloten = programma.begrotingsjaren.filter(status=Begrotingsjaar.Status.AFGESLOTEN)
        return list(gesloten.values_list("jaar", flat=True))

    def stand(self, regel: Begrotingsregel) -> Stand:
        return stand_van(regel)

    def saldo(self, verplichting: Verplichting) -> Saldo:
        return saldo_van(met_openstaand(Verplichting.objects.filter(pk=verplichting.pk)).get())

    def kent_verplichting(self, programma, kenmerk: str) -> bool:
        return Verplichting.objects.filter(programma=programma, kenmerk=kenmerk).exists()

    def kent_betaling(self, verplichting: Verplichting, soort: str, kenmerk: str) -> bool:
        return verplichting.betalingen.filter(soort=soort, kenmerk=kenmerk).exists()

    def schrijf(self, rij):
        """Write one new row, and give it back."""
        rij.save(force_insert=True)
        return rij


class Reeks(Grootboek):
    """Many bookings on one programma: what they ask is fetched once, and each counts at once for the next.

    It takes what a file can hold: mutaties, verplichtingen and betalingen. What it knows is of the moment at which it
    was made; `reeks` holds the lock of every line from that moment on, so that there it is the truth.
    """

    SOORTEN = (Mutatie, Verplichting, Betaling)  # in the order in which one refers to the other

    def __init__(self, programma, regels: Iterable[Begrotingsregel]):
        self.programma = programma
        self.regels = {regel.pk: regel for regel in regels}
        self.standen = standen(self.regels.values())
        self.gesloten = super().afgesloten_jaren(programma)
        self.contracten: dict[str, Verplichting] = {}
        self.saldi: dict[str, Saldo] = {}
        self.betalingen: set[tuple[str, str, str]] = set()  # verplichting, soort, kenmerk
        self.gehaald: set[str] = set()
        self.nieuw: list = []
        self.auditregels: list = []

    def geheel(self, verb, *args, **velden):
        """Nothing is written yet, so there is nothing to take back; a verb that had begun and then refused is a fault.

        Raises RuntimeError for that, so that the whole series is taken back.
        """
        tot_nu = len(self.nieuw) + len(self.auditregels)
        try:
            return verb(*args, **velden)
        except Exception as fout:
            if tot_nu < len(self.nieuw) + len(self.auditregels):
                raise RuntimeError(f"{verb.__name__} weigert in een reeks nadat het is begonnen.") from fout
            raise

    def lock(self, sleutels):
        return {pk: self.regels[pk] for pk in sleutels}

    def naast(self, regel):
        plek = (regel.post_id, regel.dekkingsbron_id)
        return [each for each in self.regels.values() if (each.post_id, each.dekkingsbron_id) == plek]

    def afgesloten_jaren(self, programma):
        return self.gesloten

    def stand(self, regel):
        return self.standen[regel.pk]

    def saldo(self, verplichting):
        self.haal([verplichting.kenmerk])
        return self.saldi[verplichting.kenmerk]

    def kent_verplichting(self, programma, kenmerk):
        return kenmerk in self.haal([kenmerk])

    def kent_betaling(self, verplichting, soort, kenmerk):
        self.haal([verplichting.kenmerk])
        return (verplichting.kenmerk, soort, kenmerk) in self.betalingen

    def haal(self, kenmerken: Iterable[str]) -> dict[str, Verplichting]:
        """All verplichtingen that are known by now, those with these kenmerken among them if they exist."""
        if onbekend := set(kenmerken) - self.gehaald:
            found = Verplichting.objects.filter(programma=self.programma, kenmerk__in=onbekend)
            for contract in met_openstaand(found):
                contract.programma, contract.regel = self.programma, self.regels[contract.regel_id]
                self.contracten[contract.kenmerk], self.saldi[contract.kenmerk] = contract, saldo_van(contract)
            betaald = Betaling.objects.filter(verplichting__in=found).order_by()
            self.betalingen.update(betaald.values_list("verplichting__kenmerk", "soort", "kenmerk"))
            self.gehaald |= onbekend
        return self.contracten

    def schrijf(self, rij):
        """Count a new row; it is written at the end of the block. Raises TypeError for what no file can hold."""
        self.standen[rij.regel_id] += bijdrage(rij)
        if isinstance(rij, Verplichting):
            self.haal([rij.kenmerk])
            self.contracten[rij.kenmerk], self.saldi[rij.kenmerk] = rij, Saldo(rij.bedrag, Decimal(0))
        elif isinstance(rij, Betaling):
            contract = rij.verplichting
            self.saldi[contract.kenmerk] = self.saldo(contract).met(rij)
            self.standen[contract.regel_id] += Stand(betaald_op_eigen=rij.netto_bedrag)
            self.betalingen.add((contract.kenmerk, rij.soort, rij.kenmerk))
        self.nieuw.append(rij)
        return rij

    def leg_vast(self) -> None:
        """Write the new rows."""
        for soort in self.SOORTEN:
            soort.objects.bulk_create(rij for rij in self.nieuw if isinstance(rij, soort))
        self.nieuw = []


PER_BOEKING = Grootboek()
_grootboek: ContextVar[Grootboek] = ContextVar("grootboek", default=PER_BOEKING)


def grootboek() -> Grootboek:
    """The ledger of what happens now: a Reeks in its block, else the database."""
    return _grootboek.get()


def boeking(verb: Callable) -> Callable:
    """Make a function one booking: it is booked whole or not at all."""

    @wraps(verb)
    def booked(*args, **velden):
        return grootboek().geheel(verb, *args, **velden)

    return booked


@contextmanager
def reeks(programma) -> Iterator[Reeks]:
    """Let all bookings in the block be one Reeks: booked together at its end, or none of them.

    It waits for whoever books on the programma, and lets nobody else book on it until it ends.
    """
    regels = Begrotingsregel.objects.select_for_update(of=("self",)).van(programma).met_namen().order_by("pk")
    with transaction.atomic(), audit.together() as auditregels:
        boek = Reeks(programma, regels)
        boek.auditregels = auditregels
        with _als(boek):
            yield boek
        boek.leg_vast()


def proefreeks(programma) -> Reeks:
    """The ledger as it is now, to try bookings in; it locks nothing."""
    return Reeks(programma, Begrotingsregel.objects.van(programma).met_namen())


@contextmanager
def proberen(boek: Reeks) -> Iterator[None]:
    """Let all bookings in the block count in `boek`, for the next block too; nothing is written."""
    with transaction.atomic(), audit.together() as boek.auditregels, _als(boek):
        yield
        boek.nieuw.clear()
        boek.auditregels.clear()


@contextmanager
def _als(boek: Grootboek) -> Iterator[None]:
    token = _grootboek.set(boek)
    try:
        yield
    finally:
        _grootboek.reset(token)


def saldo_van(verplichting: Verplichting) -> Saldo:
    """Of a verplichting that was asked with `met_openstaand`."""
    return Saldo(verplichting.bedrag + verplichting.bijgesteld, verplichting.betaald)
