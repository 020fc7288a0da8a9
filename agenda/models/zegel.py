"""The Zegel: what the log held at one moment, chained to the zegel before it."""

from datetime import UTC
from hashlib import sha256

from django.db import models

BEGIN = "0" * 64  # what the first zegel follows


class Zegel(models.Model):
    """One link of the chain. A database trigger refuses change and removal; the chain shows it if that was off.

    It covers the lines of two tables: which ones as an int8multirange in text, and of each in order its
    SHA-256 of 32 bytes. So `controleer_logboek` can name the very line that is no longer what it was.
    """

    nummer = models.PositiveBigIntegerField(primary_key=True)
    moment = models.DateTimeField()
    databank = models.CharField(max_length=20, help_text="Het kenmerk van de PostgreSQL; na terugzetten een ander.")
    stand = models.TextField(help_text="De snapshot van PostgreSQL: welke transacties klaar waren.")
    regels = models.TextField()
    regels_sha256 = models.BinaryField()
    sporen = models.TextField()
    sporen_sha256 = models.BinaryField()
    vorige = models.CharField(max_length=64, unique=True)
    sha256 = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["nummer"]
        verbose_name = "zegel"
        verbose_name_plural = "zegels"

    def __str__(self):
        return f"zegel {self.nummer}"

    def fingerprint(self) -> str:
        """The SHA-256 of everything in this zegel, that of the one before it included."""
        content = [
            str(self.nummer),
            self.moment.astimezone(UTC).isoformat(),
            self.databank,
            self.stand,
            self.regels,
            bytes(self.regels_sha256).hex(),
            self.sporen,
            bytes(self.sporen_sha256).hex(),
            self.vorige,
        ]
        return sha256("\n".join(content).encode()).hexdigest()
