"""Recorded figures: the FeitVersie that holds on the peildatum, as a Cijfer."""

from datetime import date

from agenda import feiten
from agenda.cijfers.soorten import Cijfer, Eerder, Herkomst
from agenda.cijfers.weergave import kaal_getal, met_kwalificatie, schrijf_getal
from agenda.models import Bron, Feit, FeitVersie


def kale_waarde(versie: FeitVersie) -> str:
    """The value as the feit prescribes it to be written, without its qualifier."""
    if versie.getal is None:
        return versie.tekst
    return schrijf_getal(versie.getal, versie.feit.weergave, versie.feit.decimalen)


def _exacte_waarde(versie: FeitVersie) -> str:
    """The value for machines: a plain number without needless decimals, or the text."""
    return versie.tekst if versie.getal is None else kaal_getal(versie.getal)


def tekst_van(versie: FeitVersie) -> str:
    return met_kwalificatie(kale_waarde(versie), versie.kwalificatie)


def cijfer_uit_feit(feit: Feit, peildatum: date) -> Cijfer:
    """The recorded figure on `peildatum`; open when the sources do not settle it."""
    basis = {
        "naam": feit.sleutel,
        "titel": feit.naam,
        "oorsprong": "vastgelegd",
        "uitleg": feit.definitie,
        "eenheid": feit.eenheid,
    }
    try:
        versie = feiten.geldend(feit, peildatum)
    except feiten.GeenWaarde as fout:
        return Cijfer(**basis, probleem=str(fout))
    return Cijfer(
        **basis,
        waarde=_exacte_waarde(versie),
        kaal=kale_waarde(versie),
        tekst=tekst_van(versie),
        kwalificatie=versie.kwalificatie,
        betreft=versie.betreft,
        herkomst=(Herkomst.uit(versie.bron, versie.vindplaats),),
        records=(f"FeitVersie {versie.nummer_bron}".strip(),),
        eerder=tuple(
            Eerder(
                kale_waarde(ouder),
                tekst_van(ouder),
                Herkomst.uit(ouder.bron, ouder.vindplaats),
                is_gemeld=ouder.bron.soort == Bron.Soort.KAMERBRIEF,
            )
            for ouder in feiten.eerdere(versie)
        ),
    )
