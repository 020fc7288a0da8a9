"""Regelingen and their versions: who grants, on which themes, with which ministries."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.formats import date_format

from agenda.klok import AMSTERDAM
from agenda.models import Kwalificatie
from agenda.money import euro, is_exact, miljoen
from agenda.zicht import VoorMedewerkers

VINDPLAATS = r"(Stb|Stcrt)\. [0-9]{4}, [0-9]+"  # a publication, as in ‘Stb. 2022, 452’


class RegelingQuerySet(VoorMedewerkers):
    def for_list(self):
        return self.select_related("programma").prefetch_related("versies")


class Regeling(models.Model):
    """A ministerial regulation under which municipalities get money."""

    class RolSZW(models.TextChoices):
        VERSTREKKER = "verstrekker", "SZW verstrekt"
        MEDEFINANCIER = "medefinancier", "SZW financiert mee"

    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="regelingen")
    sleutel = models.SlugField()
    citeertitel = models.CharField(max_length=120)
    instrument = models.CharField(max_length=60)
    rol_szw = models.CharField(max_length=15, choices=RolSZW.choices)
    sisa_code = models.CharField(max_length=10, blank=True, help_text="Leeg: niet bekend.")
    kenmerkcode = models.CharField(max_length=8, blank=True, help_text="Begin van elk kenmerk, bijvoorbeeld VWJ.")

    objects = RegelingQuerySet.as_manager()

    class Meta:
        verbose_name = "regeling"
        verbose_name_plural = "regelingen"
        constraints = [
            models.UniqueConstraint(fields=["programma", "sleutel"], name="regeling_uniek"),
            models.UniqueConstraint(fields=["kenmerkcode"], condition=~Q(kenmerkcode=""), name="regeling_kenmerkcode"),
            models.CheckConstraint(condition=Q(kenmerkcode__regex="^([A-Z]{2,8})?$"), name="regeling_kenmerkcode_vorm"),
        ]

    def __str__(self):
        return self.citeertitel

    def get_absolute_url(self):
        return self.programma.address(reverse("regeling", args=[self.sleutel]))


class RegelingVersieQuerySet(VoorMedewerkers):
    def van_de_agenda(self, programma):
        """Those with a theme to which `programma` contributes, the newest last."""
        eigen = self.filter(regeling__programma=programma, themas__is_van_agenda=True)
        return eigen.select_related("regeling__programma").order_by("volgorde").distinct()

    def for_page(self):
        themas = Thema.objects.select_related("opvolger_van", "bron")
        vast = ("regeling__programma__ministerie", "bron", "plafond_bron", "verstrekt_door")
        return self.select_related(*vast).prefetch_related(
            "medeondertekening_set__ministerie", models.Prefetch("themas", themas)
        )


class RegelingVersie(models.Model):
    """The regeling as one publication in the Staatscourant sets or changes it.

    `soort` says what the portal does with it: register what another grants, or take applications. Only
    `subsidies.regelingen.openstellen` makes it an intake, and the database refuses one that lacks a condition.
    """

    class Soort(models.TextChoices):
        REGISTRATIE = "registratie", "Registratie"
        INTAKE = "intake", "Aanvragen via het portaal"

    class Verdeelwijze(models.TextChoices):
        VASTE_BEDRAGEN = "vaste_bedragen", "Vaste bedragen"
        VERDEELSLEUTEL = "verdeelsleutel", "Verdeelsleutel"
        VOLGORDE = "volgorde_van_ontvangst", "Volgorde van ontvangst"
        RANGSCHIKKING = "rangschikking", "Rangschikking"

    class Verlenging(models.TextChoices):
        """How an outage of the portal moves the moment at which a tijdvak closes."""

        NIET = "niet", "Een storing verlengt het tijdvak niet"
        DUUR = "duur", "Zo lang als de storing duurde"
        WERKDAG = "werkdag", "Tot het einde van de eerste werkdag na de storing"

    class Betaalritme(models.TextChoices):
        INEENS = "ineens", "Ineens"
        PER_JAAR = "per_jaar", "Eén keer per jaar"
        PER_HALFJAAR = "per_halfjaar", "Twee keer per jaar"
        PER_KWARTAAL = "per_kwartaal", "Vier keer per jaar"

    regeling = models.ForeignKey(Regeling, on_delete=models.PROTECT, related_name="versies")
    volgorde = models.PositiveSmallIntegerField()
    omschrijving = models.CharField(max_length=200)
    soort = models.CharField(max_length=12, choices=Soort.choices, default=Soort.REGISTRATIE)
    verstrekker = models.CharField(max_length=160, help_text="Wie de uitkering verstrekt, zoals in de regeling.")
    verstrekt_door = models.ForeignKey("agenda.Ministerie", on_delete=models.PROTECT, related_name="+")
    ondertekend_op = models.DateField(null=True, blank=True)
    nummer = models.CharField(max_length=40, blank=True)
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)
    ministeries = models.ManyToManyField("agenda.Ministerie", through="Medeondertekening")
    gebieden = models.ManyToManyField("agenda.Gebied", blank=True, help_text="Leeg: niet nagezien.")
    gemeenten = models.ManyToManyField(
        "agenda.Gemeente", blank=True, related_name="+", help_text="Kunnen aanvragen, naast die met een gebied."
    )
    van_jaar = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Leeg: niet bekend.")
    tot_en_met_jaar = models.PositiveSmallIntegerField(null=True, blank=True)
    plafond = models.DecimalField(
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Euro, voor de hele looptijd. Leeg: niet bekend.",
    )
    plafond_kwalificatie = models.CharField(max_length=15, choices=Kwalificatie.choices, blank=True)
    plafond_bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    grondslag = models.CharField(max_length=200, blank=True, help_text="De wet of het besluit, met Stb. of Stcrt.")
    kanaal = models.CharField(max_length=200, blank=True, help_text="Waar staat dat aanvragen via dit portaal gaat.")
    mandaatbesluit = models.CharField(max_length=200, blank=True)
    geen_sisa_code_omdat = models.CharField(max_length=200, blank=True)
    verdeelwijze = models.CharField(max_length=25, choices=Verdeelwijze.choices, blank=True)
    tweede_handtekening = models.BooleanField(
        default=False, help_text="Een ander dan wie de aanvraag opstelde, ondertekent haar."
    )
    awb_titel_42 = models.CharField(
        max_length=400, blank=True, help_text="Artikelen van titel 4.2 Awb die de regeling van toepassing verklaart."
    )
    betaalritme = models.CharField(max_length=12, choices=Betaalritme.choices, blank=True)
    opengesteld_op = models.DateField(null=True, blank=True)
    aanvragen_vanaf = models.DateTimeField(null=True, blank=True)
    aanvragen_tot = models.DateTimeField(null=True, blank=True, help_text="De laatste minuut, die nog helemaal telt.")
    storing_verlengt = models.CharField(max_length=7, choices=Verlenging.choices, default=Verlenging.NIET)
    toelichting = models.TextField(blank=True)

    objects = RegelingVersieQuerySet.as_manager()

    class Meta:
        ordering = ["volgorde"]
        verbose_name = "versie van een regeling"
        verbose_name_plural = "versies van regelingen"
        constraints = [
            models.UniqueConstraint(fields=["regeling", "volgorde"], name="regelingversie_uniek"),
            models.CheckConstraint(
                condition=Q(aanvragen_vanaf__isnull=True, aanvragen_tot__isnull=True)
                | Q(aanvragen_vanaf__isnull=False)
                & Q(aanvragen_tot__isnull=False, aanvragen_tot__gte=F("aanvragen_vanaf")),
                name="regelingversie_tijdvak_heeft_begin_en_eind",
            ),
            models.CheckConstraint(condition=Q(soort__in=["registratie", "intake"]), name="regelingversie_soort"),
            models.CheckConstraint(
                condition=Q(van_jaar__isnull=True, tot_en_met_jaar__isnull=True)
                | Q(van_jaar__lte=F("tot_en_met_jaar")),
                name="regelingversie_looptijd_kan",
            ),
            models.CheckConstraint(
                condition=Q(plafond__isnull=True, plafond_bron__isnull=True, plafond_kwalificatie="")
                | Q(plafond__gt=0, plafond_bron__isnull=False) & ~Q(plafond_kwalificatie=""),
                name="regelingversie_plafond_heeft_bron",
            ),
            models.CheckConstraint(
                condition=Q(soort="registratie", opengesteld_op__isnull=True)
                | Q(soort="intake", opengesteld_op__isnull=False)
                & Q(grondslag__regex=VINDPLAATS)
                & ~Q(kanaal="")
                & ~Q(mandaatbesluit="")
                & ~Q(verdeelwijze=""),
                name="regelingversie_intake_is_volledig",
            ),
        ]

    def __str__(self):
        return f"{self.regeling}, {self.omschrijving}"

    def get_absolute_url(self):
        regeling = self.regeling
        return regeling.programma.address(reverse("regeling-versie", args=[regeling.sleutel, self.volgorde]))

    @property
    def is_van_eigen_ministerie(self) -> bool:
        """Whether the ministry of the programma grants the uitkering, and so decides who gets it."""
        return self.verstrekt_door_id == self.regeling.programma.ministerie_id

    @property
    def adres_bestemmingen(self) -> str:
        regeling = self.regeling
        return regeling.programma.address(reverse("bestemmingen", args=[regeling.sleutel, self.volgorde]))

    @property
    def adres_inrichten(self) -> str:
        """Where staff sets the version up, and sees what is missing before it can open."""
        return self.adres("regeling-inrichten")

    @property
    def adres_maxima(self) -> str:
        return self.adres("maxima")

    @property
    def adres_formulier(self) -> str:
        return self.adres("regeling-formulier")

    def adres(self, naam: str, *rest) -> str:
        """The page called `naam` about this version; `rest` are its further arguments."""
        regeling = self.regeling
        return regeling.programma.address(reverse(naam, args=[regeling.sleutel, self.volgorde, *rest]))

    @property
    def adres_aanvragen(self) -> str:
        """The list of what was handed in under this version."""
        adres = self.regeling.programma.address(reverse("aanvragen"))
        return f"{adres}{'&' if '?' in adres else '?'}versie={self.pk}"

    @property
    def titel(self):
        return f"Versie {self.volgorde}: {self.omschrijving}"

    @property
    def is_first(self):
        return self.volgorde == 1

    @property
    def is_registratie(self):
        """True when the portal only registers: form, decision and payment do not exist for this version."""
        return self.soort == self.Soort.REGISTRATIE

    @property
    def looptijd(self) -> str:
        """`2023–2025`, or empty when no source tells."""
        if not self.van_jaar:
            return ""
        een_jaar = self.van_jaar == self.tot_en_met_jaar
        return str(self.van_jaar) if een_jaar else f"{self.van_jaar}–{self.tot_en_met_jaar}"

    @property
    def tijdvak_in_woorden(self) -> str:
        """`2 november 2026, 9.00 uur tot en met …`, or days alone where these count whole; empty when it is not set."""
        if self.aanvragen_vanaf is None:
            return ""
        ends = [each.astimezone(AMSTERDAM) for each in (self.aanvragen_vanaf, self.aanvragen_tot)]
        whole_days = [(each.hour, each.minute) for each in ends] == [(0, 0), (23, 59)]
        form = "j F Y" if whole_days else "j F Y, G.i \\u\\u\\r"
        return " tot en met ".join(date_format(each, form) for each in ends)

    @property
    def plafond_in_woorden(self) -> str:
        """`ruim € 400 miljoen`, or empty when no source tells. What a bron rounds, it writes in whole millions."""
        if self.plafond is None:
            return ""
        kaal = miljoen(self.plafond, 0) if is_exact(self.plafond, 0) else euro(self.plafond)
        zonder_woord = self.plafond_kwalificatie in (Kwalificatie.EXACT, Kwalificatie.AFGEROND)
        return kaal if zonder_woord else f"{self.get_plafond_kwalificatie_display()} {kaal}"

    @property
    def bronnen_themas(self):
        """The bronnen that name the themes, each once."""
        return list({thema.bron_id: thema.bron for thema in self.themas.all()}.values())


class Thema(models.Model):
    """A theme of a version. Programmaondersteuning is no hoofdthema; a theme may have a successor."""

    class Soort(models.TextChoices):
        HOOFDTHEMA = "hoofdthema", "Hoofdthema"
        PROGRAMMAONDERSTEUNING = "programmaondersteuning", "Programmaondersteuning"
        INTEGRAAL = "integraal", "Integrale middelen"

    versie = models.ForeignKey(RegelingVersie, on_delete=models.PROTECT, related_name="themas")
    soort = models.CharField(max_length=25, choices=Soort.choices)
    volgorde = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=120)
    is_van_agenda = models.BooleanField(default=False, help_text="Het thema waaraan de Agenda bijdraagt.")
    opvolger_van = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True)
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)

    class Meta:
        ordering = ["volgorde"]
        verbose_name = "thema"
        verbose_name_plural = "thema's"
        constraints = [models.UniqueConstraint(fields=["versie", "volgorde"], name="thema_uniek")]

    def __str__(self):
        return self.naam

    @property
    def is_renamed(self):
        """True when the theme it follows had another name."""
        return self.opvolger_van is not None and self.opvolger_van.naam != self.naam
