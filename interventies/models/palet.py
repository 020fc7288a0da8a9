"""The interventie, and the versions of its description: each stays as it was written."""

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse

from interventies.models.bewijs import Bewijsoordeel
from interventies.models.publicaties import Publicatie
from interventies.models.scope import Scopetoets
from interventies.models.zicht import Openbaar


class InterventieQuerySet(Openbaar):
    openbaar_als = Q(publicaties__status="openbaar")

    def for_page(self):
        return self.select_related("laatste")

    def for_list(self):
        """With the newest scopetoets and the judgement that holds today (empty: niet beoordeeld)."""
        return self.select_related("laatste").annotate(
            scope=Subquery(Scopetoets.objects.filter(interventie=OuterRef("pk")).order_by("-pk").values("oordeel")[:1]),
            niveau=Subquery(Bewijsoordeel.objects.geldend().filter(interventie=OuterRef("pk")).values("niveau")[:1]),
            openbaar_sinds=Subquery(
                Publicatie.objects.openbaar().filter(interventie=OuterRef("pk")).values("gepubliceerd_op")[:1]
            ),
        )


class Interventie(models.Model):
    """An approach that is described, tested and judged. It is shared: a next programma goes on with it."""

    class Fase(models.TextChoices):
        BESCHREVEN = "beschreven", "In voorbereiding"
        TESTEN = "testen", "Testen wat werkt"
        DOEN = "doen", "Doen wat werkt"
        GESTOPT = "gestopt", "Gestopt"

    sleutel = models.SlugField(unique=True, max_length=80, help_text="Staat in het adres en verandert nooit.")
    is_voorbeeld = models.BooleanField(default=False)
    fase = models.CharField(max_length=10, choices=Fase.choices, default=Fase.BESCHREVEN)
    fase_sinds = models.DateField()
    fase_reden = models.TextField(blank=True, help_text="Waarom de interventie in deze fase is.")
    laatste = models.OneToOneField(
        "InterventieVersie", on_delete=models.PROTECT, null=True, related_name="+", help_text="De nieuwste versie."
    )

    objects = InterventieQuerySet.as_manager()

    class Meta:
        ordering = ["sleutel"]
        verbose_name = "interventie"
        verbose_name_plural = "interventies"
        constraints = [
            models.CheckConstraint(
                condition=Q(fase__in=["beschreven", "testen", "doen", "gestopt"]), name="interventie_fase"
            ),
            models.CheckConstraint(
                condition=Q(fase="beschreven", fase_reden="") | ~Q(fase="beschreven") & ~Q(fase_reden=""),
                name="interventie_fase_met_reden",
            ),
        ]

    def __str__(self):
        return self.laatste.naam if self.laatste else self.sleutel

    def get_absolute_url(self):
        return reverse("interventie", args=[self.sleutel])

    @property
    def permalink(self) -> str:
        """Where everybody reads about it, once it is published."""
        return reverse("catalogus-interventie", args=[self.sleutel])

    @property
    def oordeel(self) -> Bewijsoordeel | None:
        """The judgement that holds today; None: niet beoordeeld, or no longer."""
        return self.bewijsoordelen.geldend().first()

    @property
    def scopetoets(self) -> Scopetoets | None:
        """The newest verdict; None as long as nobody gave one."""
        return self.scopetoetsen.order_by("-pk").first()


class InterventieVersie(models.Model):
    """One description of an interventie, by the form for describing social interventions; never changed."""

    interventie = models.ForeignKey(Interventie, on_delete=models.PROTECT, related_name="versies")
    nummer = models.PositiveSmallIntegerField()
    naam = models.CharField("Naam", max_length=120)
    samenvatting = models.TextField("Samenvatting", help_text="Wat is het, voor wie, en wat levert het op?")
    aanleiding = models.TextField("Aanleiding en probleem", help_text="Wat is er aan de hand?")
    doelgroep_direct = models.TextField("Directe doelgroep", help_text="Met wie werkt de uitvoerder zelf?")
    doelgroep_intermediair = models.TextField("Intermediaire doelgroep", blank=True, help_text="Via wie werkt het?")
    doelgroep_uiteindelijk = models.TextField("Uiteindelijke doelgroep", blank=True, help_text="Wie heeft er baat bij?")
    hoofddoel = models.TextField("Hoofddoel", help_text="Wat moet er veranderd zijn?")
    subdoelen = models.TextField("Subdoelen", blank=True, help_text="Eén doel per regel.")
    opzet = models.TextField("Opzet van de aanpak", help_text="Hoe lang duurt het, en in welke stappen?")
    inhoud = models.TextField("Inhoud van de aanpak", blank=True, help_text="Wat gebeurt er in elke stap?")
    werkzame_elementen = models.TextField("Werkzame elementen", blank=True, help_text="Waardoor werkt het?")
    materialen = models.TextField("Materialen en handboek", blank=True)
    uitvoerders = models.TextField("Uitvoerende organisaties", blank=True)
    deskundigheid = models.TextField("Vereiste deskundigheid", blank=True)
    randvoorwaarden = models.TextField("Randvoorwaarden", blank=True)
    kosten = models.TextField("Kosten", blank=True)
    overdraagbaarheid = models.TextField("Overdraagbaarheid", blank=True, help_text="Kan een ander het overnemen?")
    kwaliteitsbewaking = models.TextField("Kwaliteitsbewaking", blank=True)
    onderbouwing = models.TextField("Onderbouwing", blank=True, help_text="Op welke theorie rust het?")
    onderzoek = models.TextField("Onderzoek", blank=True, help_text="Wat is er naar proces en effect onderzocht?")
    praktijkervaringen = models.TextField("Praktijkervaringen", blank=True)
    eigenaar = models.CharField("Eigenaar of licentiehouder", max_length=160, blank=True)
    contact = models.CharField(
        "Contact", max_length=160, blank=True, help_text="Een organisatie of algemeen adres, nooit een persoon."
    )
    termen = models.ManyToManyField("interventies.Term", related_name="+")
    wijziging = models.TextField("Wat is er anders, en waarom?", blank=True)
    door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        ordering = ["-nummer"]
        verbose_name = "versie van een interventie"
        verbose_name_plural = "versies van interventies"
        constraints = [
            models.UniqueConstraint(fields=["interventie", "nummer"], name="interventieversie_uniek"),
            models.CheckConstraint(
                condition=Q(nummer=1, wijziging="") | Q(nummer__gt=1) & ~Q(wijziging=""),
                name="interventieversie_met_wijziging",
            ),
        ]

    def __str__(self):
        return f"versie {self.nummer}"

    @property
    def doelen(self) -> list[str]:
        """The main goal and each subgoal: what an evaluatie gives an outcome for."""
        return [self.hoofddoel, *(regel.strip() for regel in self.subdoelen.splitlines() if regel.strip())]


# What the form asks, in its order and under these headings; the label of each is its name in the model.
VELDEN: dict[str, list[str]] = {
    "De interventie": ["naam", "samenvatting", "aanleiding"],
    "Voor wie": ["doelgroep_direct", "doelgroep_intermediair", "doelgroep_uiteindelijk"],
    "Doelen": ["hoofddoel", "subdoelen"],
    "Aanpak": ["opzet", "inhoud", "werkzame_elementen", "materialen"],
    "Uitvoering": ["uitvoerders", "deskundigheid", "randvoorwaarden", "kosten", "overdraagbaarheid"],
    "Wat er bekend is": ["kwaliteitsbewaking", "onderbouwing", "onderzoek", "praktijkervaringen"],
    "Eigenaar": ["eigenaar", "contact"],
}
