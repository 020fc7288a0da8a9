"""The inbox: what the portal tells somebody, how each person wants mail, and the outbox of those mails."""

import uuid

from django.db import models
from django.db.models import Count, Q
from django.urls import reverse

from agenda import klok


class Mailkeuze(models.TextChoices):
    """When somebody wants mail about one kind of message."""

    DIRECT = "direct", "Direct"
    DAGOVERZICHT = "dagoverzicht", "In een dagoverzicht"
    UIT = "uit", "Geen mail"


class Deel(models.TextChoices):
    """The part of the inbox in which a message stands."""

    TE_DOEN = "te_doen", "Te doen"
    INFORMATIE = "informatie", "Ter informatie"
    ALLEEN_MAIL = "alleen_mail", "Alleen mail"


class BerichtQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(ontvanger=user) if user.is_authenticated else self.none()

    def about(self, soort, over):
        """The messages of one kind about one record, to whomever."""
        return self.filter(soort=soort, over_soort=over._meta.label_lower, over_sleutel=str(over.pk))

    def te_doen(self):
        return self.filter(deel=Deel.TE_DOEN, afgehandeld_op__isnull=True)

    def informatie(self):
        """What asks nothing (any more): information, and what was to do and is done."""
        return self.exclude(deel=Deel.TE_DOEN, afgehandeld_op__isnull=True)

    def unread(self):
        return self.filter(gelezen_op__isnull=True, afgehandeld_op__isnull=True)

    def counts(self) -> dict[str, int]:
        """How much there is to do, how much information is unread, and both together, in one query."""
        is_open = Q(afgehandeld_op__isnull=True)
        found = self.aggregate(
            te_doen=Count("pk", filter=is_open & Q(deel=Deel.TE_DOEN)),
            ongelezen=Count("pk", filter=is_open & Q(deel=Deel.INFORMATIE, gelezen_op__isnull=True)),
        )
        return found | {"samen": found["te_doen"] + found["ongelezen"]}


class Bericht(models.Model):
    """One message in the inbox of one person; it names its record by kind, key and address, and copies nothing."""

    ontvanger = models.ForeignKey("agenda.Gebruiker", on_delete=models.CASCADE, related_name="berichten")
    soort = models.CharField(max_length=60)
    deel = models.CharField(max_length=12, choices=[keuze for keuze in Deel.choices if keuze[0] != "alleen_mail"])
    over_soort = models.CharField(max_length=80)
    over_sleutel = models.CharField(max_length=120)
    kenmerk = models.CharField(max_length=80, blank=True, help_text="Hoe een mail het record mag noemen.")
    adres = models.CharField(max_length=300)
    is_voorbeeld = models.BooleanField(default=False)
    eenmalig = models.CharField(max_length=40, blank=True, help_text="Waarvan dit bericht maar één keer komt.")
    moment = models.DateTimeField(default=klok.nu)
    gelezen_op = models.DateTimeField(null=True, blank=True)
    afgehandeld_op = models.DateTimeField(null=True, blank=True)
    wacht_op_dagoverzicht = models.BooleanField(default=False)
    mail = models.ForeignKey("agenda.Mail", on_delete=models.SET_NULL, null=True, blank=True, related_name="berichten")

    objects = BerichtQuerySet.as_manager()

    class Meta:
        ordering = ["-moment", "-pk"]
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        indexes = [
            models.Index(fields=["ontvanger", "-moment"], name="bericht_van_wie"),
            models.Index(fields=["soort", "over_soort", "over_sleutel"], name="bericht_waarover"),
            models.Index(
                fields=["ontvanger"], condition=Q(wacht_op_dagoverzicht=True), name="bericht_wacht_op_overzicht"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["ontvanger", "soort", "over_soort", "over_sleutel", "eenmalig"],
                condition=~Q(eenmalig=""),
                name="bericht_eenmalig",
            ),
            models.CheckConstraint(condition=Q(adres__startswith="/"), name="bericht_adres_is_van_het_portaal"),
        ]

    def __str__(self):
        return f"{self.soort} ({self.moment:%d-%m-%Y})"

    def get_absolute_url(self):
        return reverse("bericht", args=[self.pk])

    @property
    def is_te_doen(self) -> bool:
        return self.deel == Deel.TE_DOEN and self.afgehandeld_op is None

    @property
    def is_nieuw(self) -> bool:
        return self.gelezen_op is None and self.afgehandeld_op is None


class Mailvoorkeur(models.Model):
    """When one person wants mail about one kind of message; without a row the kind itself decides."""

    gebruiker = models.ForeignKey("agenda.Gebruiker", on_delete=models.CASCADE, related_name="mailvoorkeuren")
    soort = models.CharField(max_length=60)
    keuze = models.CharField(max_length=12, choices=Mailkeuze.choices)

    class Meta:
        verbose_name = "mailvoorkeur"
        verbose_name_plural = "mailvoorkeuren"
        constraints = [models.UniqueConstraint(fields=["gebruiker", "soort"], name="mailvoorkeur_uniek")]

    def __str__(self):
        return f"{self.soort}: {self.get_keuze_display()}"


class Mail(models.Model):
    """One mail in the outbox. `gegevens` may hold a secret link and is empty as soon as the mail has left."""

    class Stand(models.TextChoices):
        WACHT = "wacht", "Wacht"
        VERZONDEN = "verzonden", "Verzonden"
        VERVALLEN = "vervallen", "Vervallen"
        MISLUKT = "mislukt", "Mislukt"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    message_id = models.CharField(max_length=200, unique=True, help_text="Blijft gelijk bij elke poging.")
    soort = models.CharField(max_length=60)
    aan = models.EmailField()
    ontvanger = models.ForeignKey("agenda.Gebruiker", on_delete=models.CASCADE, null=True, blank=True)
    gegevens = models.JSONField(default=dict, blank=True)
    stand = models.CharField(max_length=12, choices=Stand.choices, default=Stand.WACHT)
    pogingen = models.PositiveSmallIntegerField(default=0, help_text="Keren dat de mailserver om uitstel vroeg.")
    begonnen = models.PositiveSmallIntegerField(default=0, help_text="Keren dat de mail misschien is aangekomen.")
    niet_voor = models.DateTimeField(default=klok.nu)
    aangemaakt_op = models.DateTimeField(default=klok.nu)
    verzonden_op = models.DateTimeField(null=True, blank=True)
    fout = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["aangemaakt_op"]
        verbose_name = "mail"
        verbose_name_plural = "mails"
        indexes = [models.Index(fields=["niet_voor"], condition=Q(stand="wacht"), name="mail_wacht")]
        constraints = [
            models.CheckConstraint(condition=Q(stand="wacht") | Q(gegevens={}), name="mail_klaar_bewaart_geen_link"),
            models.CheckConstraint(
                condition=Q(stand="verzonden", verzonden_op__isnull=False)
                | (~Q(stand="verzonden") & Q(verzonden_op__isnull=True)),
                name="mail_verzonden_heeft_moment",
            ),
            models.CheckConstraint(condition=Q(begonnen__lte=2), name="mail_hooguit_een_keer_herhaald"),
        ]

    def __str__(self):
        return f"{self.soort} ({self.get_stand_display().lower()})"
