"""The Spoor: one line per row that was written, kept by the database itself."""

from django.db import models


class Spoor(models.Model):
    """What one write did to one row: only a database trigger adds lines, and nobody changes or removes them."""

    class Soort(models.TextChoices):
        TOEGEVOEGD = "I", "toegevoegd"
        GEWIJZIGD = "U", "gewijzigd"
        VERWIJDERD = "D", "verwijderd"

    moment = models.DateTimeField()
    transactie = models.BigIntegerField(db_index=True)
    tabel = models.CharField(max_length=63)
    sleutel = models.CharField(max_length=120)
    soort = models.CharField(max_length=1, choices=Soort.choices)
    oud = models.JSONField(null=True, help_text="De kolommen die anders werden; bij verwijderen alle.")
    nieuw = models.JSONField(null=True, help_text="De kolommen die anders werden; bij toevoegen alle.")
    account = models.BigIntegerField(null=True, help_text="Leeg: niemand was ingelogd.")
    vanaf = models.CharField(max_length=160, help_text="IP-adres, opdracht, werker, of de rol van de databank.")

    class Meta:
        ordering = ["pk"]
        verbose_name = "regel van het spoor"
        verbose_name_plural = "spoor"

    def __str__(self):
        return f"{self.tabel} {self.sleutel} {self.get_soort_display()}"
