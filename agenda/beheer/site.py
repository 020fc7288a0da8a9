"""The one site of Django's admin: reference lists, for who may keep them, with every change in the audit trail."""

from collections.abc import Iterator

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.db.models import URLField
from django.urls import URLPattern, URLResolver
from django.utils.text import capfirst

from agenda import audit
from agenda.access import Permission, audience, may
from agenda.accounts.vers import vers_aangemeld

# Of Django's admin we leave out: passwords and signing in are ours, and a link to a page of the portal needs no detour.
LEFT_OUT = {"login", "logout", "password_change", "password_change_done", "view_on_site", None}

# The lists that say who comes in and with which role: changing those takes a fresh sign-in, as giving a role does.
TOEGANG = ("agenda_groepsrol_", "agenda_organisatienummer_")


class NaslagSite(admin.AdminSite):
    """Serves only who may keep the reference lists; signing in goes through the portal."""

    site_title = "Naslaglijsten"
    site_header = "Naslaglijsten"
    index_title = "Lijsten die het portaal gebruikt"
    site_url = "/werk/beheer/"
    enable_nav_sidebar = False
    final_catch_all_view = False

    def has_permission(self, request):
        return may(request.user, Permission.NASLAG_BEHEREN)

    def login(self, request, extra_context=None):
        return redirect_to_login(request.get_full_path())

    def get_urls(self):
        """The routes, each with its audience; a route without a name leads to another one and is left out."""
        return list(with_audience(super().get_urls()))


def with_audience(patterns) -> Iterator[URLPattern | URLResolver]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            pattern.url_patterns[:] = with_audience(pattern.url_patterns)
            yield pattern
        elif pattern.name not in LEFT_OUT:
            view = vers_aangemeld(pattern.callback) if pattern.name.startswith(TOEGANG) else pattern.callback
            pattern.callback = audience(Permission.NASLAG_BEHEREN)(view)
            yield pattern


naslag = NaslagSite(name="admin")  # the templates of Django's admin ask for this name


class NaslagAdmin(admin.ModelAdmin):
    """A reference list. Nothing is removed in bulk, and what a record refers to cannot be removed at all."""

    actions = None
    change_form_template = "beheer/naslagregel.html"
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    list_per_page = 50
    show_full_result_count = False
    view_on_site = False

    def has_module_permission(self, request):
        return self.admin_site.has_permission(request)

    def has_view_permission(self, request, obj=None):
        return self.admin_site.has_permission(request)

    has_add_permission = has_change_permission = has_delete_permission = has_view_permission

    def changelist_view(self, request, extra_context=None):
        """Called by what is in it: Django would say ‘Selecteer term om te wijzigen’."""
        titel = {"title": capfirst(self.opts.verbose_name_plural)}
        return super().changelist_view(request, titel | (extra_context or {}))

    def construct_change_message(self, request, form, formsets, add=False):
        """What changed from what to what, instead of only which fields."""
        message = super().construct_change_message(request, form, formsets, add)
        for part in message:
            if "changed" in part and "object" not in part["changed"]:
                part["changed"]["fields"] = [in_words(form, naam) for naam in form.changed_data]
        return message

    def log_addition(self, request, obj, message):
        entry = super().log_addition(request, obj, message)
        audit.record(obj, "naslag_toevoegen", by=entry.user, wat=str(obj))
        return entry

    def log_change(self, request, obj, message):
        entry = super().log_change(request, obj, message)
        audit.record(obj, "naslag_wijzigen", by=entry.user, wat=entry.get_change_message().rstrip(".") or str(obj))
        return entry

    def log_deletions(self, request, queryset):
        for obj in queryset:
            audit.record(obj, "naslag_verwijderen", by=request.user, wat=str(obj))
        return super().log_deletions(request, queryset)


class NaslagInline(admin.StackedInline):
    """Rows that belong to one record of a reference list, below each other: the table has a heading without words."""

    extra = 0

    def has_view_permission(self, request, obj=None):
        return may(request.user, Permission.NASLAG_BEHEREN)

    has_add_permission = has_change_permission = has_delete_permission = has_view_permission


def in_words(form, naam: str) -> str:
    """`naam: ‘Arnhem’ wordt ‘Ede’`, with records by their name."""
    field = form.fields[naam]
    was, wordt = form.initial.get(naam), form.cleaned_data[naam]
    if hasattr(field, "queryset"):
        was = field.queryset.filter(pk=was).first()
    return f"{field.label.lower()}: ‘{was or ''}’ wordt ‘{wordt or ''}’"
