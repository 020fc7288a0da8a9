from django.db import migrations

from subsidies.triggers import bekostiging_within_scope


class Migration(migrations.Migration):

    dependencies = [
        ('interventies', '0008_toets_van_de_nieuwste_versie'),
        ('subsidies', '0003_bekostiging'),
    ]

    operations = [
        bekostiging_within_scope(),
    ]
