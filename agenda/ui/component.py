"""Components: templates that list their parameters in their opening comment, checked when a page compiles."""

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.template import Node, TemplateSyntaxError
from django.template.base import token_kwargs
from django.utils.safestring import SafeString

FOLDER = Path(settings.BASE_DIR) / "templates" / "components"
OPENING = re.compile(r"\A{% comment %}\n(?P<summary>[^\n]+)\n(?P<lines>.*?){% endcomment %}", re.DOTALL)
LINE = re.compile(r"^  (?P<name>[a-z_]+)(?:=(?P<default>\"[^\"]*\"|\S+))?\s{2,}(?P<text>\S.*)$")
BODY = "inhoud"


@dataclass(frozen=True)
class Parameter:
    """One line of the opening comment: `naam  uitleg` is required, `naam="standaard"  uitleg` is not."""

    name: str
    text: str
    required: bool
    default: object = None


@dataclass(frozen=True)
class Component:
    """A template in templates/components with its documented parameters."""

    name: str
    summary: str
    parameters: tuple[Parameter, ...]

    @property
    def template_name(self):
        return f"components/{self.name}.html"

    @property
    def example_template(self):
        return f"stijlgids/voorbeelden/{self.name}.html"

    @property
    def defaults(self):
        return {each.name: each.default for each in self.parameters if not each.required}

    def check(self, given):
        """Raises when a parameter is unknown or a required one is missing."""
        known = {each.name for each in self.parameters}
        unknown = sorted(set(given) - known)
        missing = sorted(each.name for each in self.parameters if each.required and each.name not in given)
        if unknown:
            raise TemplateSyntaxError(
                f"Onderdeel “{self.name}” kent geen parameter {', '.join(unknown)}. "
                f"Wel: {', '.join(sorted(known)) or 'geen'}. Zie templates/{self.template_name}."
            )
        if missing:
            raise TemplateSyntaxError(
                f"Onderdeel “{self.name}” mist {', '.join(missing)}. Zie templates/{self.template_name}; "
                f'bijvoorbeeld {{% component "{self.name}" {missing[0]}="…" %}}, of met een blok: '
                f'{{% blockcomponent "{self.name}" %}}…{{% endblockcomponent %}}.'
            )


def all_components():
    """Every component, by name."""
    return [component(path.stem) for path in sorted(FOLDER.glob("*.html"))]


def component(name):
    """The component of that name; in DEBUG the opening comment is read again each time."""
    return read(name) if settings.DEBUG else cached(name)


def read(name):
    path = FOLDER / f"{name}.html"
    if not path.is_file():
        raise TemplateSyntaxError(f"Onderdeel “{name}” bestaat niet. Zie templates/components/README.md.")
    opening = OPENING.match(path.read_text(encoding="utf-8"))
    if opening is None:
        raise TemplateSyntaxError(
            f"{path.name} begint niet met een {{% comment %}} dat zijn parameters noemt."
        )
    return Component(name, opening["summary"], tuple(parameters(path.name, opening["lines"])))


cached = cache(read)


def parameters(filename, lines):
    for line in lines.splitlines():
        match = LINE.match(line)
        if match is None:
            raise TemplateSyntaxError(f"{filename}: deze regel noemt geen parameter met uitleg: “{line}”.")
        default = match["default"]
        value = None if default is None else ast.literal_eval(default)
        yield Parameter(match["name"], match["text"], default is None, value)


class SlotNode(Node):
    """`{% slot "naam" %}…{% endslot %}`: fills one parameter of the component around it with markup."""

    def __init__(self, name, nodelist):
        self.name = name
        self.nodelist = nodelist

    def render(self, context):
        raise TemplateSyntaxError(f'Slot "{self.name}" staat niet direct in een {{% blockcomponent %}}.')


class ComponentNode(Node):
    """Renders a component with its own parameters only, never with the variables of the page."""

    child_nodelists = ("nodelist",)

    def __init__(self, found, arguments, nodelist=()):
        self.component = found
        self.arguments = arguments
        self.nodelist = nodelist
        self.slots = [node for node in nodelist if isinstance(node, SlotNode)]
        self.body = [node for node in nodelist if not isinstance(node, SlotNode)]

    def render(self, context):
        values = {name: argument.resolve(context) for name, argument in self.arguments.items()}
        values |= {slot.name: slot.nodelist.render(context) for slot in self.slots}
        if BODY in {each.name for each in self.component.parameters} and BODY not in values and self.nodelist:
            values[BODY] = SafeString("".join(node.render_annotated(context) for node in self.body).strip())
        inner = context.new(self.component.defaults | values)
        inner["csrf_token"] = context.get("csrf_token")
        template = context.template.engine.get_template(self.component.template_name)
        return template.render(inner)


def compile_component(parser, token):
    """`{% component "naam" parameter=waarde %}`: a component without a block."""
    found, arguments = split(parser, token)
    found.check(arguments)
    return ComponentNode(found, arguments)


def compile_block(parser, token):
    """`{% blockcomponent "naam" %}…{% slot "acties" %}…{% endslot %}…{% endblockcomponent %}`."""
    found, arguments = split(parser, token)
    nodelist = parser.parse(("endblockcomponent",))
    parser.delete_first_token()
    node = ComponentNode(found, arguments, nodelist)
    filled = {slot.name for slot in node.slots}
    has_body = any(getattr(each, "s", "…").strip() for each in node.body)
    found.check({*arguments, *filled, *([BODY] if has_body else [])})
    return node


def compile_slot(parser, token):
    bits = token.split_contents()
    if len(bits) != 2:
        raise TemplateSyntaxError('Schrijf een slot zo: {% slot "acties" %}…{% endslot %}.')
    nodelist = parser.parse(("endslot",))
    parser.delete_first_token()
    return SlotNode(bits[1].strip("\"'"), nodelist)


def split(parser, token):
    tag, *bits = token.split_contents()
    if not bits or bits[0][0] not in "\"'":
        raise TemplateSyntaxError(f'Schrijf een vaste naam: {{% {tag} "kaart" titel="…" %}}.')
    arguments = token_kwargs(rest := bits[1:], parser)
    if rest:
        raise TemplateSyntaxError(
            f"{{% {tag} {bits[0]} %}}: schrijf parameters als naam=waarde, niet “{rest[0]}”."
        )
    return component(bits[0].strip("\"'")), arguments
