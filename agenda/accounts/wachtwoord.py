"""The link for a new password, and the rules for one, in Dutch: length, looks, and words that everybody tries first."""

import re

from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    MinimumLengthValidator,
    UserAttributeSimilarityValidator,
)
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core.exceptions import ValidationError

HOOGSTENS = 3  # words of the list that together are still easy to guess

# Our own list, of kinds of words that people in the Netherlands choose; no list that somebody else published.
WOORDEN = """
welkom wachtwoord hallo inloggen toegang geheim computer laptop login beheer beheerder admin administrator gebruiker
test tijdelijk nieuw veranderen wijzigen verander password paswoord passwoord welcome
ik hou van jou jij mij ikhouvanjou liefde schat schatje lieverd liefje familie mama papa oma opa kind kinderen baby
hond hondje kat poes poesje paard konijn vlinder zonnetje bloem appel banaan chocola koffie fiets voetbal muziek
januari februari maart april mei juni juli augustus september oktober november december
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag lente voorjaar zomer herfst najaar winter
een twee drie vier vijf zes zeven acht negen tien
ajax feyenoord feijenoord psv twente utrecht az heerenveen groningen vitesse nac nec sparta excelsior willem heracles
zwolle pec fortuna telstar volendam cambuur
amsterdam rotterdam denhaag haag eindhoven tilburg almere breda nijmegen arnhem haarlem enschede apeldoorn
amersfoort leiden delft maastricht nederland holland oranje
agenda portaal veerkracht veerkrachtig veerkrachtige weerbaar weerbare weerbaarheid samenleving ministerie sociale
zaken werkgelegenheid szw gemeente provincie rijk rijksoverheid overheid programma subsidie regeling raad tweede kamer
qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm azerty abc abcd abcdef
""".split()
ALLEEN_GANGBAAR = re.compile(f"(?:{'|'.join(sorted(WOORDEN, key=len, reverse=True))}){{0,{HOOGSTENS}}}")
# What people write for a letter: 0 for o, @ for a.
VERMOMD = str.maketrans("@430157$!€", "aaeoistsie")


class Herstellink(PasswordResetTokenGenerator):
    """The key in the link for a new password; what ends all sessions, such as blocking the account, ends it too."""

    def _make_hash_value(self, user, timestamp) -> str:
        return f"{super()._make_hash_value(user, timestamp)}{user.sessies_vanaf}{user.is_active}"


class LengteValidator(MinimumLengthValidator):
    """At least `min_length` characters."""

    def get_error_message(self):
        return f"Dit wachtwoord is te kort. Gebruik minstens {self.min_length} tekens."

    def get_help_text(self):
        return f"Uw wachtwoord heeft minstens {self.min_length} tekens."


class GelijkenisValidator(UserAttributeSimilarityValidator):
    """Not the name or the address of the account with something behind it."""

    def get_error_message(self):
        return "Dit wachtwoord lijkt te veel op uw %(verbose_name)s."

    def get_help_text(self):
        return "Uw wachtwoord lijkt niet op uw naam of e-mailadres."


class GangbaarValidator(CommonPasswordValidator):
    """Not of Django's list, not a few of our words with a year or some signs, and not without any word at all."""

    def validate(self, password, user=None):
        written = password.casefold()
        without_year = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", written)
        if any(ALLEEN_GANGBAAR.fullmatch(letters_of(each)) for each in (written, without_year.translate(VERMOMD))):
            raise ValidationError(self.get_error_message(), code="password_too_common")
        super().validate(password, user)

    def get_error_message(self):
        return (
            "Dit wachtwoord is makkelijk te raden: het bestaat uit woorden of reeksen die veel mensen kiezen. Gebruik "
            "bijvoorbeeld een zin die alleen u kent."
        )

    def get_help_text(self):
        return "Uw wachtwoord bestaat niet alleen uit gangbare woorden en cijfers."


def letters_of(password: str) -> str:
    return "".join(filter(str.isalpha, password))
