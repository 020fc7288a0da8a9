"""The table of the cache, in which limits count over all processes."""

from django.core.management import call_command
from django.db import migrations


def create(apps, schema_editor):
    call_command("createcachetable", "portaal_cache", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("agenda", "0005_nieuwe_rollen")]
    operations = [
        migrations.RunPython(create, lambda apps, editor: editor.execute("DROP TABLE portaal_cache"), atomic=True)
    ]
