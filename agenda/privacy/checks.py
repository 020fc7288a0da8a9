"""The system check on the setting BEWAARTERMIJNEN: a typing error must not silently leave a proposal standing."""

from django.conf import settings
from django.core.checks import Error, register

from agenda.privacy.verwerkingen import TERMIJNEN


@register()
def the_terms_exist(app_configs, **kwargs) -> list[Error]:
    wrong = [
        f"{sleutel}: {dagen!r}"
        for sleutel, dagen in settings.BEWAARTERMIJNEN.items()
        if sleutel not in TERMIJNEN or type(dagen) is not int or dagen < 1
    ]
    if not wrong:
        return []
    return [
        Error(
            f"BEWAARTERMIJNEN klopt niet bij {', '.join(wrong)}.",
            hint=f"Geef een heel aantal dagen, 1 of meer, bij een van: {', '.join(TERMIJNEN)}. "
            'Bijvoorbeeld {"taak_beeindigd": 90}.',
            id="portaal.E020",
        )
    ]
