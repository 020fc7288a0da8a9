"""How a form field looks on every page: label, hint, error and control, tied together for screen readers."""

from pathlib import Path

import django.contrib.admin
import django.forms
from django.conf import settings
from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates
from django.utils.functional import cached_property

CLASSES = {
    "text": "utrecht-textbox utrecht-textbox--html-input",
    "textarea": "utrecht-textarea utrecht-textarea--html-textarea",
    "select": "utrecht-select utrecht-select--html-select",
    "checkbox": "utrecht-checkbox utrecht-checkbox--custom utrecht-checkbox--html-input",
    "radio": "utrecht-radio-button utrecht-radio-button--html-input",
    "file": "ptl-bestand",
}
KINDS = {
    "Textarea": "textarea",
    "Select": "select",
    "SelectMultiple": "select",
    "NullBooleanSelect": "select",
    "CheckboxInput": "checkbox",
    "CheckboxSelectMultiple": "checkbox",
    "RadioSelect": "radio",
    "FileInput": "file",
    "ClearableFileInput": "file",
}


class PortaalVeld(BoundField):
    """A field that knows how its control looks and whether it is a group of choices."""

    @property
    def soort(self):
        """Of widgets derived from Django's own, the nearest known kind; every other one is a text box."""
        names = (each.__name__ for each in type(self.field.widget).__mro__)
        return next((KINDS[name] for name in names if name in KINDS), "text")

    @property
    def is_groep(self):
        return self.use_fieldset

    @property
    def anker(self):
        """The id of the control that an error summary leads to: in a group the first choice."""
        return self.subwidgets[0].id_for_label if self.is_groep else self.id_for_label

    def build_widget_attrs(self, attrs, widget=None):
        attrs = super().build_widget_attrs(attrs, widget)
        own = self.field.widget.attrs.get("class", "")
        attrs["class"] = f"{CLASSES[self.soort]} {own}".strip()
        # A browser cuts pasted text off at maxlength; the server counts and says so instead.
        attrs["maxlength"] = False
        return attrs


class PortaalRenderer(DjangoTemplates):
    """Renders forms with templates/forms, and widgets with Django's own templates."""

    bound_field_class = PortaalVeld
    form_template_name = "forms/formulier.html"
    field_template_name = "forms/veld.html"

    @cached_property
    def engine(self):
        of_django = (Path(each.__file__).parent / "templates" for each in (django.forms, django.contrib.admin))
        folders = [Path(settings.BASE_DIR) / "templates", *of_django]
        options = {"builtins": ["agenda.templatetags.ui"]}
        return self.backend({"APP_DIRS": False, "DIRS": folders, "NAME": "portaalforms", "OPTIONS": options})


class FilterRenderer(PortaalRenderer):
    """For filters: everything there is optional, so nothing says so."""

    field_template_name = "forms/filterveld.html"
