"""Tags outside the words of paragraphs: properties, alternative texts, links, content controls, field codes, notes."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from hypothesis import example, given, settings
from lxml import etree

from autoadmin.domain.errors import TemplateError
from autoadmin.word import compile_template
from autoadmin.word.drawing import WP, R
from autoadmin.word.names import W
from autoadmin.word.reading import read_parts, read_text
from tests.word.layouts import a_layout, check_structure, main_part, rendered, with_main_part
from tests.word.test_pictures import with_placeholder
from tests.word.test_undamaged import ANY_TEXT, as_shown, check_opens

RUN = "<w:r><w:t>words</w:t></w:r>"


def with_xml(xml: str) -> bytes:
    """Return a layout whose one paragraph holds this XML."""
    return with_main_part(a_layout("words"), RUN, xml)


def with_link(target: str) -> bytes:
    """Return a layout with a link to this address."""
    document = docx.Document()
    link = document.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    document.add_paragraph("words")
    file = io.BytesIO()
    document.save(file)
    xml = (
        f'<w:hyperlink xmlns:r="{R[1:-1]}" r:id="{link}" w:tooltip="of {{{{ x }}}}">'
        "<w:r><w:t>here</w:t></w:r></w:hyperlink>"
    )
    return with_main_part(file.getvalue(), RUN, xml)


def with_property(title: str) -> bytes:
    document = docx.Document()
    document.core_properties.title = title
    document.core_properties.keywords = "fixed"
    document.add_paragraph("no tags")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def targets(file: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        links = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
    return [link.get("Target", "") for link in links if link.get("TargetMode") == "External"]


def field_code(code: str) -> str:
    """Return the XML of a field with its code in two runs, as Word splits them."""
    half = len(code) // 2
    parts = "".join(f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in (code[:half], code[half:]))  # fmt: skip  # noqa: E501  # one element
    return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{parts}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def code_of(layout: bytes, content: dict[str, object]) -> str:
    return "".join(main_part(compile_template(layout).render(content).file).itertext(f"{W}instrText"))


def test_properties_of_the_document_are_filled_in_plain_words() -> None:
    layout = with_property("Minutes of {{ unit }} <{% if late %}late{% endif %}>")
    result = compile_template(layout).render({"unit": "R & D\nteam", "late": True})
    check_opens(result.file)
    properties = docx.Document(io.BytesIO(result.file)).core_properties
    assert properties.title == "Minutes of R & D team <late>"
    assert properties.keywords == "fixed"
    assert compile_template(layout).fields == ("late", "unit")


def test_a_gap_in_a_property_is_plain_words_and_listed() -> None:
    result = compile_template(with_property("For {{ child.name }}")).render({"child": {"name": None}})
    assert docx.Document(io.BytesIO(result.file)).core_properties.title == "For [not recorded: name]"
    assert [gap.field for gap in result.gaps] == ["child.name"]


def test_alternative_texts_tips_and_names_of_content_controls_are_filled() -> None:
    file = compile_template(with_placeholder("Family of {{ name }}")).render({"name": '"Q" & <R>'}).file
    assert [e.get("descr") for e in main_part(file).iter(f"{WP}docPr")] == ['Family of "Q" & <R>']
    file = compile_template(with_link("https://x.example")).render({"x": 'a "tip"'}).file
    assert [link.get(f"{W}tooltip") for link in main_part(file).iter(f"{W}hyperlink")] == ['of a "tip"']
    control = f'<w:sdt><w:sdtPr><w:alias w:val="{{{{ x }}}}"/></w:sdtPr><w:sdtContent>{RUN}</w:sdtContent></w:sdt>'
    file = compile_template(with_xml(control)).render({"x": "<a>"}).file
    assert [alias.get(f"{W}val") for alias in main_part(file).iter(f"{W}alias")] == ["<a>"]


def test_a_tag_in_an_attribute_knows_the_loop_around_it() -> None:
    control = '<w:sdt><w:sdtPr><w:alias w:val="{{ c }}"/></w:sdtPr><w:sdtContent><w:r><w:t>{{ c }}</w:t></w:r></w:sdtContent></w:sdt>'  # noqa: E501  # one element
    layout = with_xml(f"<w:r><w:t>{{% for c in cs %}}</w:t></w:r>{control}<w:r><w:t>{{% endfor %}}</w:t></w:r>")
    part = main_part(compile_template(layout).render({"cs": ["Ella", "Noah"]}).file)
    assert [alias.get(f"{W}val") for alias in part.iter(f"{W}alias")] == ["Ella", "Noah"]


@pytest.mark.parametrize("typed", ["https://x.example/{{ id }}", "https://x.example/%7b%7b%20id%20%7d%7d"])
def test_addresses_of_links_are_filled_and_encoded(typed: str) -> None:
    file = compile_template(with_link(typed)).render({"id": 'C 1&"é?#', "x": 1}).file
    check_opens(file)
    assert targets(file) == ["https://x.example/C%201%26%22%C3%A9%3F%23"]


def test_a_whole_address_may_be_a_value_if_it_is_a_web_or_mail_address() -> None:
    template = compile_template(with_link("{{ url }}"))
    assert targets(template.render({"url": "mailto:a@x.example", "x": 1}).file) == ["mailto:a@x.example"]
    assert targets(template.render({"url": "https://x.example/a?b=1&c=é", "x": 1}).file) == [
        "https://x.example/a?b=1&c=%C3%A9"
    ]
    result = template.render({"url": None, "x": 1})
    assert targets(result.file) == ["about:blank"]
    assert [gap.field for gap in result.gaps] == ["url"]
    for address in ("javascript:alert(1)", "file:///etc/passwd", "\\\\host\\share", "x"):
        with pytest.raises(TemplateError, match="no web or mail address"):
            template.render({"url": address, "x": 1})


def test_a_link_that_begins_as_no_web_or_mail_address_is_refused_in_the_layout() -> None:
    with pytest.raises(TemplateError, match="web or mail address"):
        compile_template(with_link("file://host/{{ id }}"))


def test_field_codes_are_filled_and_no_value_can_end_its_argument() -> None:
    layout = with_xml(field_code(' IF "{{ a }}" = {{ b }} "yes" "no" '))
    assert code_of(layout, {"a": 'x" \\* MERGEFORMAT "', "b": "two words"}) == (
        ' IF "x\\" \\\\* MERGEFORMAT \\"" = "two words" "yes" "no" '
    )


def test_links_in_field_codes_are_addresses() -> None:
    layout = with_xml(field_code(' HYPERLINK "https://x.example/{{ id }}" '))
    assert code_of(layout, {"id": 'a" \\l "b'}) == ' HYPERLINK "https://x.example/a%22%20%5Cl%20%22b" '
    whole = with_xml(field_code(" HYPERLINK {{ url }} "))
    assert code_of(whole, {"url": "https://x.example/"}) == ' HYPERLINK "https://x.example/" '
    with pytest.raises(TemplateError, match="no web or mail address"):
        code_of(whole, {"url": "javascript:x"})


def test_simple_fields_are_filled() -> None:
    layout = with_xml('<w:fldSimple w:instr=" QUOTE {{ x }} "><w:r><w:t>{{ x }}</w:t></w:r></w:fldSimple>')
    file = compile_template(layout).render({"x": 'a "b"'}).file
    assert [f.get(f"{W}instr") for f in main_part(file).iter(f"{W}fldSimple")] == [' QUOTE "a \\"b\\"" ']
    assert read_text(file) == 'a "b"'


def test_a_block_in_an_attribute_must_end_in_it() -> None:
    for alias in ("{% if x %}a", "{% endif %}", "{% for a in b %}{% endif %}", "{{ x"):
        with pytest.raises(TemplateError):
            compile_template(with_xml(f'<w:sdt><w:sdtPr><w:alias w:val="{alias}"/></w:sdtPr></w:sdt>{RUN}'))


def test_characters_that_mark_tags_in_attributes_mark_none_in_a_layout() -> None:
    layout = with_xml(
        '<w:r><w:t>&#xFDD0;0&#xFDD1;{{ x }}</w:t></w:r><w:bookmarkStart w:id="0" w:name="&#xFDD0;9&#xFDD1;"/>'
    )
    assert rendered(layout, {"x": "a"}) == "0a"


def test_content_controls_around_paragraphs_rows_and_cells_are_filled_and_repeated() -> None:
    layout = a_layout("{%p for c in cs %}", "{{ c }}", "{%p endfor %}", table=[["{%tr for c in cs %}"], ["{{ c }}"], ["{%tr endfor %}"]])  # fmt: skip  # noqa: E501  # one layout
    with zipfile.ZipFile(io.BytesIO(layout)) as archive:
        xml = archive.read("word/document.xml").decode()
    row = xml[xml.rindex("<w:tr>", 0, xml.rindex("{{ c }}")) : xml.index("</w:tr>", xml.rindex("{{ c }}")) + 7]
    around = f"<w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>"
    file = compile_template(with_main_part(layout, row, around)).render({"cs": ["Ella", "Noah"]}).file
    check_opens(file)
    assert read_text(file) == "Ella\nNoah\nElla\nNoah"


@given(ANY_TEXT)
@settings(deadline=None, max_examples=40)
@example("\r\n")
def test_any_text_in_a_property_a_tip_and_a_link_leaves_a_document_that_opens(text: str) -> None:
    file = PROPERTY.render({"x": text}).file
    check_opens(file)
    shown = docx.Document(io.BytesIO(file)).core_properties.title
    assert shown == "of " + as_shown(text).replace("\n", " ").replace("\t", " ").replace("\f", " ")
    file = LINK.render({"x": text, "id": text}).file
    check_opens(file)
    assert targets(file)[0].startswith("https://x.example/")
    code = FIELD.render({"x": text}).file
    check_opens(code)
    check_structure(main_part(code))


PROPERTY = compile_template(with_property("of {{ x }}"))
LINK = compile_template(with_link("https://x.example/{{ id }}"))
FIELD = compile_template(with_xml(field_code(' IF "{{ x }}" = {{ x }} ')))


def test_footnotes_and_text_boxes_of_both_kinds_are_filled() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>in {{ x }}</w:t></w:r></w:p></w:txbxContent>"
    both = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:pict>{box}</w:pict></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    file = compile_template(with_xml(both)).render({"x": "a box"}).file
    assert "".join(main_part(file).itertext()).count("in a box") == 2
    assert read_parts(file)["main text"].strip() == "in a box"
