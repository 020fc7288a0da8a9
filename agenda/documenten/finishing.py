"""What makes WeasyPrint's PDF/A-3a also PDF/UA-1, done on its objects just before they become bytes."""

import pydyf

from .tagging import find

PDFUA = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>"""


def finish(pdf, media_types: dict[str, str]) -> None:
    """Claim PDF/UA-1, describe the attachments, and take repeated page furniture out of the reading order.

    `media_types` gives the kind of each attachment by its name, as WeasyPrint only guesses it.
    """
    _claim_pdfua(pdf)
    _describe_attachments(pdf, media_types)
    _mark_page_furniture(pdf)


def _claim_pdfua(pdf) -> None:
    # WeasyPrint claims one standard at a time, and puts foreign XMP outside rdf:RDF, where no reader looks.
    stream = find(pdf, pdf.catalog["Metadata"])
    (xmp,) = stream.stream
    before, end, after = xmp.partition(b"</rdf:RDF>")
    if not end or b"</rdf:RDF>" in after:
        raise AssertionError("WeasyPrint no longer writes exactly one rdf:RDF")
    stream.stream = [before + PDFUA + after]


def _describe_attachments(pdf, media_types: dict[str, str]) -> None:
    # WeasyPrint 70.0 writes each attachment twice in /AF (its issue 2917).
    pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog.get("AF", [])))
    for reference in pdf.catalog["AF"]:
        file = find(pdf, reference)
        content = find(pdf, file["EF"]["F"])
        content.extra["Subtype"] = "/" + media_types[file["UF"].string].replace("/", "#2f")


def _mark_page_furniture(pdf) -> None:
    """Text of margin boxes stands in no structure element; say so, with /Artifact /Pagination."""
    reachable = _reachable(pdf, pdf.catalog["StructTreeRoot"])
    parent_tree = find(pdf, find(pdf, pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]
    owners_by_page = {key: value for key, value in zip(parent_tree[::2], parent_tree[1::2], strict=True)}
    for number, page in enumerate(pdf.page_references):
        owners = owners_by_page[number]
        loose = {mcid for mcid, owner in enumerate(owners) if int(owner.split()[0]) not in reachable}
        _make_artifacts(find(pdf, find(pdf, page)["Contents"]).stream, loose)
        for mcid in loose:
            owners[mcid] = "null"
    for element in pdf.objects:
        is_structure = isinstance(element, pydyf.Dictionary) and element.get("Type") == "/StructElem"
        if is_structure and element.number not in reachable:
            element.clear()


def _reachable(pdf, root) -> set[int]:
    found, waiting = set(), [root]
    while waiting:
        reference = waiting.pop()
        if isinstance(reference, int):
            continue  # a marked-content number, not an object
        found.add(int(reference.split()[0]))
        waiting.extend(find(pdf, reference).get("K", []))
    return found


def _make_artifacts(content: list, loose: set[int]) -> None:
    for index, item in enumerate(content):
        if isinstance(item, pydyf.Dictionary) and item.get("MCID") in loose:
            content[index - 1] = "/Artifact"
            content[index] = pydyf.Dictionary({"Type": "/Pagination"})
