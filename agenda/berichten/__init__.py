"""Messages: one inbox per person, and mail as each person wants it, never with anything confidential.

    stuur("brief_paraferen", Gebruiker.objects.with_permission(…), over=brief, kenmerk=str(brief), by=gebruiker)
    afhandelen("brief_paraferen", brief)                    # the thing is done: nobody has it to do any more
    mail("naam@voorbeeld.nl", "uitnodiging", pad="/…")      # somebody without an account; the link is erased once sent

Every kind is a row of agenda/berichten/soorten.py.
"""

from agenda.berichten import taken  # noqa: F401  the work of messages exists as soon as messages do
from agenda.berichten.herinneringen import again_and_again, herinneren, horizon, remind
from agenda.berichten.sturen import afhandelen, lezen, mail, stuur

__all__ = ["afhandelen", "again_and_again", "herinneren", "horizon", "lezen", "mail", "remind", "stuur"]
