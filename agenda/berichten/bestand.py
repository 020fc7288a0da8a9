"""Mail without a mail server: each mail becomes a file that a mail program can open."""

from pathlib import Path

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend


class MailInBestand(BaseEmailBackend):
    """Writes `<Message-ID>.eml` in MAIL_MAP; the same mail a second time is the same file."""

    def send_messages(self, email_messages):
        folder = Path(settings.MAIL_MAP)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for each in email_messages:
            name = each.extra_headers["Message-ID"].strip("<>").partition("@")[0]
            (folder / f"{name}.eml").write_bytes(each.message().as_bytes(linesep="\r\n"))
        return len(email_messages)
