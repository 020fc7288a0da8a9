from django.db import migrations

from subsidies.triggers import bekostiging_by_another_ministry


class Migration(migrations.Migration):

    dependencies = [
        ('subsidies', '0004_bekostiging_binnen_scope'),
    ]

    operations = [
        bekostiging_by_another_ministry(),
    ]
