"""The digest: on each working day at 07:30 in Amsterdam one mail with what waits."""

from collections import defaultdict
from datetime import datetime, time, timedelta

from django.db import transaction

from agenda import klok
from agenda.berichten.postbak import new_mail, post
from agenda.berichten.soorten import find
from agenda.feestdagen import is_werkdag
from agenda.models import Bericht, Gebruiker

TIJD = time(7, 30)


def last_moment() -> datetime:
    """The last moment a digest was due: 07:30 of today or of the working day before."""
    dag = klok.vandaag()
    if klok.nu().astimezone(klok.AMSTERDAM).time() < TIJD:
        dag -= timedelta(days=1)
    while not is_werkdag(dag):
        dag -= timedelta(days=1)
    return datetime.combine(dag, TIJD, klok.AMSTERDAM)


@transaction.atomic
def compile_digests() -> int:
    """Put what waited at the last due moment in one mail per person; asking again adds nothing. Returns how many."""
    waiting = Bericht.objects.filter(wacht_op_dagoverzicht=True, moment__lt=last_moment())
    per_person: dict[Gebruiker, list[int]] = defaultdict(list)
    for bericht in waiting.select_for_update(of=["self"]).select_related("ontvanger"):
        per_person[bericht.ontvanger].append(bericht.pk)
    mails = {
        ontvanger: new_mail(find("dagoverzicht"), ontvanger.email, ontvanger=ontvanger)
        for ontvanger in per_person
        if ontvanger.is_active
    }
    post(list(mails.values()))
    for ontvanger, keys in per_person.items():
        Bericht.objects.filter(pk__in=keys).update(wacht_op_dagoverzicht=False, mail=mails.get(ontvanger))
    return len(mails)
