"""What is new in the catalogue, as an RSS feed."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed
from django.views.decorators.http import require_safe

from agenda.access import PUBLIC, audience
from interventies.models import Publicatie
from interventies.views.catalogus import asked, programmas

HOEVEEL = 20


@require_safe
@audience(PUBLIC)
def rss(request):
    programma = asked(request.GET.get("programma", ""), programmas())
    is_voorbeeld = programma is not None and programma.is_voorbeeld
    thuis = programma.address(reverse("catalogus")) if is_voorbeeld else reverse("catalogus")
    soort = "VOORBEELD: " if is_voorbeeld else ""
    feed = Rss201rev2Feed(
        title=f"{soort}Nieuw in de catalogus van interventies",
        link=request.build_absolute_uri(thuis),
        description="Interventies die zijn gepubliceerd, en beschrijvingen die zijn vernieuwd.",
        language="nl",
        feed_url=request.build_absolute_uri(),
    )
    for each in _nieuwste(request.user, is_voorbeeld=is_voorbeeld):
        adres = request.build_absolute_uri(each.interventie.permalink)
        feed.add_item(
            title=f"{soort}{each.versie.naam}",
            link=adres,
            description=each.versie.samenvatting,
            pubdate=each.gepubliceerd_op,
            unique_id=f"{adres}#versie-{each.versie.nummer}",
            unique_id_is_permalink=False,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/rss+xml; charset=utf-8")


def _nieuwste(user, *, is_voorbeeld: bool):
    records = Publicatie.objects.visible_to(user).openbaar().filter(interventie__is_voorbeeld=is_voorbeeld)
    return records.select_related("interventie", "versie").defer("zoekvector").order_by("-gepubliceerd_op")[:HOEVEEL]
