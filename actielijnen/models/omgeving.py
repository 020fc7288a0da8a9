"""Who works with the programma: related programmes and the Maatschappelijke Raad."""

from django.db import models

from agenda.zicht import VoorMedewerkers


class SamenhangendProgramma(models.Model):
    """A programme of a ministry that the Agenda works together with."""

    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="samenhang")
    naam = models.CharField(max_length=160)
    ministerie = models.ForeignKey("agenda.Ministerie", on_delete=models.PROTECT)
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)

    class Meta:
        ordering = ["naam"]
        verbose_name = "samenhangend programma"
        verbose_name_plural = "samenhangende programma's"
        constraints = [models.UniqueConstraint(fields=["programma", "naam"], name="samenhang_uniek")]

    def __str__(self):
        return self.naam


class Raad(models.Model):
    """The advisory council of a programma. Members are kept only when the sources name them."""

    programma = models.OneToOneField("agenda.Programma", on_delete=models.PROTECT, related_name="raad")
    naam = models.CharField(max_length=80)
    alias = models.CharField(max_length=80, blank=True)
    aantal_leden = models.PositiveSmallIntegerField()
    termijn_jaren = models.PositiveSmallIntegerField()
    taken = models.TextField(help_text="Een taak per regel.")
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)

    objects = VoorMedewerkers.as_manager()

    class Meta:
        verbose_name = "Maatschappelijke Raad"
        verbose_name_plural = "Maatschappelijke Raden"

    def __str__(self):
        return self.naam

    @property
    def termijn(self):
        """How long a member is appointed for, in words: jaar has no plural behind a number."""
        return f"{self.termijn_jaren} jaar"
