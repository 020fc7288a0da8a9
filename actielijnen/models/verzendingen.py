"""The Verzending: that a form was sent, so that sending it again books nothing twice."""

from django.db import models


class Verzending(models.Model):
    """One form that was carried out, by the key that stood hidden in it, and where its result stands."""

    sleutel = models.UUIDField(primary_key=True)
    moment = models.DateTimeField()
    adres = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name = "verzending van een formulier"
        verbose_name_plural = "verzendingen van formulieren"

    def __str__(self):
        return str(self.sleutel)
