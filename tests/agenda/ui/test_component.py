"""A component takes the parameters that its opening comment lists, and nothing else."""

import pytest
from django.template import Context, Template, TemplateSyntaxError, engines
from django.template.loader import get_template

from agenda.ui.component import all_components, parameters
from agenda.ui.voorbeelden import GROEPEN, voorbeelden
from tests.hulpmiddelen.broncode import templates


def render(text, **values):
    return engines["django"].from_string(text).render(values)


def test_a_component_renders_with_its_parameters():
    assert render('{% component "kwalificatie" tekst="ruim" %}').strip() == (
        '<span class="nl-data-badge ptl-badge ptl-badge--kwalificatie">ruim</span>'
    )


def test_an_unknown_parameter_is_an_error_that_names_the_known_ones():
    with pytest.raises(TemplateSyntaxError, match=r"kent geen parameter kleur.*tekst, toon"):
        Template('{% component "statusbadge" tekst="Concept" kleur="rood" %}')


def test_a_missing_parameter_is_an_error_before_the_page_is_shown():
    with pytest.raises(TemplateSyntaxError, match=r"“statusbadge” mist tekst"):
        Template('{% if False %}{% component "statusbadge" toon="info" %}{% endif %}')


def test_a_component_that_does_not_exist_is_an_error():
    with pytest.raises(TemplateSyntaxError, match=r"“carrousel” bestaat niet"):
        Template('{% component "carrousel" %}')


def test_a_block_without_content_misses_its_inhoud():
    with pytest.raises(TemplateSyntaxError, match=r"“kaart” mist inhoud"):
        Template('{% blockcomponent "kaart" titel="Leeg" %}  {% endblockcomponent %}')


def test_a_slot_fills_a_parameter_with_markup():
    page = render(
        '{% blockcomponent "kaart" titel="T" %}{% slot "acties" %}<a href="/x/">X</a>{% endslot %}<p>I</p>'
        "{% endblockcomponent %}"
    )
    assert '<div class="ptl-kaart__acties"><a href="/x/">X</a></div>' in page
    assert page.count('<a href="/x/">') == 1


def test_a_slot_that_the_component_does_not_know_is_an_error():
    with pytest.raises(TemplateSyntaxError, match=r"“kaart” kent geen parameter voet"):
        Template(
            '{% blockcomponent "kaart" titel="T" %}{% slot "voet" %}V{% endslot %}I{% endblockcomponent %}'
        )


def test_a_slot_outside_the_block_itself_is_an_error():
    page = (
        '{% blockcomponent "kaart" titel="T" %}{% if ja %}{% slot "acties" %}A{% endslot %}{% endif %}'
        "{% endblockcomponent %}"
    )
    with pytest.raises(TemplateSyntaxError, match=r"staat niet direct"):
        render(page, ja=True)


def test_a_component_does_not_see_the_variables_of_the_page():
    page = render('{% component "kop" titel="T" %}', inleiding="van de pagina")
    assert "van de pagina" not in page


def test_a_value_is_escaped_and_a_slot_is_not():
    page = render('{% component "melding" inhoud=tekst %}', tekst="<script>")
    assert "&lt;script&gt;" in page


def test_a_line_of_the_comment_without_explanation_is_an_error():
    with pytest.raises(TemplateSyntaxError, match=r"noemt geen parameter met uitleg"):
        list(parameters("kaart.html", "  titel\n"))


def test_every_component_stands_in_one_group_of_the_gallery():
    shown = [name for group in GROEPEN.values() for name in group]
    assert sorted(shown) == sorted(each.name for each in all_components())


def test_every_component_has_an_example():
    for each in all_components():
        get_template(each.example_template)


def test_every_template_of_the_portal_compiles():
    root = engines["django"].dirs[0]
    for path in templates():
        get_template(str(path.relative_to(root)))


def test_a_component_renders_without_a_request():
    page = Template('{% component "staafdiagram" grafiek=grafiek %}').render(Context(voorbeelden()))
    assert "<svg" in page
