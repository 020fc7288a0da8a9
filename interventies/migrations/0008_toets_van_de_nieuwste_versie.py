from django.db import migrations

from interventies.triggers import fase_of_the_newest_version


class Migration(migrations.Migration):

    dependencies = [
        ('interventies', '0007_zoeken'),
    ]

    operations = [
        fase_of_the_newest_version(),
    ]
