"""The template tag library `ui`, built in on every page."""

from django import template

from agenda.ui.component import compile_block, compile_component, compile_slot
from agenda.ui.iconen import icoon
from agenda.ui.paginas import page_numbers, page_url
from agenda.ui.tabel import columns, with_columns

register = template.Library()
register.tag("component", compile_component)
register.tag("blockcomponent", compile_block)
register.tag("slot", compile_slot)
register.simple_tag(icoon)
register.simple_tag(page_url, takes_context=True)
register.filter("columns", columns)
register.filter("with_columns", with_columns)
register.filter("page_numbers", page_numbers)
