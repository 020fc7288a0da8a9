"""What was recorded stays as it was: the audit trail, the versions of feiten and the momentopnamen."""

from django.db import migrations

from agenda.triggers import append_only, append_only_function


class Migration(migrations.Migration):
    dependencies = [("agenda", "0001_initial")]

    operations = [
        append_only_function(),
        append_only("agenda_auditregel"),
        append_only("agenda_feitversie"),
        append_only("agenda_momentopname"),
    ]
