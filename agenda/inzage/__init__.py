"""What the portal keeps of one person, read through the register of personal data (AVG article 15)."""

from agenda.inzage.gegevens import Deel, gegevens_van

__all__ = ["Deel", "gegevens_van"]
