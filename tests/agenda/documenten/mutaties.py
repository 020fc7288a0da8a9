"""Ways to break a good PDF, one at a time: each must be refused by veraPDF or by our own check."""

from pikepdf import Array, Dictionary, Name, String

from agenda.documenten.controle_structuur import elements_of, role

from .breken import (
    MUTATIONS,
    attachment,
    change_content,
    first,
    font,
    link,
    mutation,
    prepend,
    replace_in_xmp,
)

__all__ = ["MUTATIONS"]

# --- The file as a whole -----------------------------------------------------------------------------------


@mutation
def not_marked_as_tagged(file):
    del file.Root.MarkInfo


@mutation
def no_language(file):
    del file.Root.Lang


@mutation
def another_language(file):
    file.Root.Lang = String("en")


@mutation
def title_not_shown(file):
    del file.Root.ViewerPreferences


@mutation
def no_title_in_info(file):
    del file.trailer.Info.Title


@mutation
def two_different_titles(file):
    file.trailer.Info.Title = String("Een andere titel")


@mutation
def no_metadata(file):
    del file.Root.Metadata


@mutation
def no_claim_of_pdfua(file):
    replace_in_xmp(file, b"<pdfuaid:part>1</pdfuaid:part>", b"")


@mutation
def claim_of_pdfua_not_declared(file):
    replace_in_xmp(file, b"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/", b"<pdfaSchema:namespaceURI>x")


@mutation
def claim_outside_the_metadata(file):
    replace_in_xmp(file, b"</rdf:RDF>", b'</rdf:RDF><rdf:RDF xmlns:rdf="x"></rdf:RDF>')


@mutation
def lower_conformance_claimed(file):
    replace_in_xmp(file, b'conformance="A"', b'conformance="B"')


@mutation
def no_output_intent(file):
    del file.Root.OutputIntents


@mutation
def script_at_opening(file):
    file.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


# --- Fonts and colour --------------------------------------------------------------------------------------


@mutation
def font_not_embedded(file):
    del font(file).DescendantFonts[0].FontDescriptor.FontFile2


@mutation
def font_without_unicode(file):
    del font(file).ToUnicode


@mutation
def foreign_font(file):
    font(file).BaseFont = Name("/ABCDEF+DejaVu-Sans")


@mutation
def widths_that_do_not_fit_the_letters(file):
    descendant = font(file).DescendantFonts[0]
    descendant.W = Array([each if index % 2 == 0 else Array([1]) for index, each in enumerate(descendant.W)])


@mutation
def colour_for_print(file):
    prepend(file, b"/Artifact BMC 0 0 0 1 k 0 0 9 9 re f EMC\n")


# --- Attachments -------------------------------------------------------------------------------------------


@mutation
def attachment_without_relationship(file):
    del attachment(file).AFRelationship


@mutation
def attachment_not_listed(file):
    del file.Root.AF[0]


@mutation
def attachment_listed_twice(file):
    file.Root.AF.append(file.Root.AF[0])


@mutation
def attachment_without_kind(file):
    del attachment(file).EF.F.Subtype


@mutation
def attachment_without_description(file):
    attachment(file).Desc = String(" ")


# --- Structure ---------------------------------------------------------------------------------------------


@mutation
def no_structure(file):
    del file.Root.StructTreeRoot


@mutation
def figure_without_words(file):
    del first(file, "Figure").Alt


@mutation
def figure_with_blank_words(file):
    first(file, "Figure").Alt = String(" ")


@mutation
def table_without_headers(file):
    for element in elements_of(file):
        if role(element) == "TH":
            element.S = Name.TD


@mutation
def skipped_heading_level(file):
    for element in elements_of(file):
        if role(element) == "H2":
            element.S = Name.H4


@mutation
def two_main_headings(file):
    first(file, "H2").S = Name.H1


@mutation
def list_item_that_is_a_paragraph(file):
    first(file, "LI").S = Name.P


@mutation
def row_outside_a_table(file):
    first(file, "Table").S = Name.Div


@mutation
def unknown_role(file):
    first(file, "P").S = Name.Alinea


@mutation
def note_without_identifier(file):
    del first(file, "Note").ID


@mutation
def two_notes_with_one_identifier(file):
    for element in elements_of(file):
        if role(element) == "Note":
            element.ID = String("noot-1")


@mutation
def call_without_note(file):
    first(file, "Note").S = Name.Span


@mutation
def element_taken_out_of_the_tree(file):
    element = first(file, "P")
    kids = element.P.K
    position = next(index for index, kid in enumerate(kids) if kid.objgen == element.objgen)
    del kids[position]


# --- Links -------------------------------------------------------------------------------------------------


@mutation
def link_outside_the_structure(file):
    del link(file).StructParent


@mutation
def link_without_description(file):
    del link(file).Contents


@mutation
def link_that_is_not_printed(file):
    del link(file).F


@mutation
def link_that_is_plain_text(file):
    first(file, "Link").S = Name.Span


# --- Content -----------------------------------------------------------------------------------------------


@mutation
def text_outside_the_structure(file):
    prepend(file, b"0 0 9 9 re f\n")


@mutation
def page_number_in_no_structure(file):
    def change(instructions):
        for operands, name in instructions:
            if name == "BDC" and operands[0] == "/Artifact":
                operands[:] = [Name.Span, Dictionary(MCID=999)]
        return instructions

    change_content(file, change)


@mutation
def number_of_content_used_twice(file):
    def change(instructions):
        for operands, name in instructions:
            if name == "BDC" and operands[0] != "/Artifact":
                operands[1] = Dictionary(MCID=0)
        return instructions

    change_content(file, change)
