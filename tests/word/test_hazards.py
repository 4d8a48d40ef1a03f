"""A template brings no programs and no other files, and nothing that Word would fetch when it is opened."""

from __future__ import annotations

import pytest

from autoadmin.word import compile_template
from autoadmin.word.errors import LayoutError
from tests.word.layouts import a_layout, rendered
from tests.word.packages import related, replaced, with_body, with_parts

LAYOUT = a_layout("Dear {{ name }}", header="{{ name }}")
TYPES = "[Content_Types].xml"
MAIN = "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
WEB = "https://files.example.org/x"
SETTINGS = "word/settings.xml"


def field(*instruction: str, simple: bool = False) -> str:
    if simple:
        return f'<w:p><w:fldSimple w:instr="{"".join(instruction)}"/></w:p>'
    code = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in instruction)
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return f"<w:p>{mark.format('begin')}{code}{mark.format('separate')}{mark.format('end')}</w:p>"


SHAPE = '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata src="{}"/></v:shape>'
VML = f"<w:p><w:r><w:pict>{SHAPE}</w:pict></w:r></w:p>"
PROGRAM = '<Default Extension="vba" ContentType="application/vnd.ms-office.vbaProject"/>'
NAMED_BY_A_FIELD = (
    field("QUOTE 68 68 69").replace("</w:p>", "").replace("<w:p>", '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>')
    + '<w:r><w:instrText> cmd</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
HAZARDS = {
    "macros": [
        with_parts(LAYOUT, {"word/vbaProject.bin": b"x"}),
        with_parts(LAYOUT, {"word/vbaData.xml": b"<x/>"}),
        related(LAYOUT, "vbaProject", "harmless.bin", data=b"x"),
        replaced(LAYOUT, TYPES, MAIN, "vnd.ms-word.document.macroEnabled.main+xml"),
        replaced(LAYOUT, TYPES, MAIN, "vnd.ms-word.template.macroEnabledTemplate.main+xml"),
        replaced(LAYOUT, TYPES, "<Default", f"{PROGRAM}<Default"),
    ],
    "fetches": [
        related(LAYOUT, "attachedTemplate", WEB, outside=True, source=SETTINGS),
        related(LAYOUT, "attachedTemplate", r"\\server\share\x.dotm", outside=True, source=SETTINGS),
        related(LAYOUT, "attachedTemplate", "file://server/share/x.dotm", outside=True, source=SETTINGS),
        related(LAYOUT, "attachedTemplate", r"file:///\\server\share\x.dotm", outside=True, source=SETTINGS),
        related(LAYOUT, "image", WEB, outside=True),
        related(LAYOUT, "image", "file:///C:/pictures/x.png", outside=True),
        related(LAYOUT, "image", WEB, outside=True, source="word/header1.xml"),
        related(LAYOUT, "oleObject", WEB, outside=True),
        related(LAYOUT, "subDocument", "part.docx", outside=True),
        related(LAYOUT, "aFChunk", WEB, outside=True),
        related(LAYOUT, "frame", WEB, outside=True, source="word/webSettings.xml"),
        related(LAYOUT, "transform", WEB, outside=True, source=SETTINGS),
        related(LAYOUT, "mailMergeSource", WEB, outside=True, source=SETTINGS),
        related(LAYOUT, "stylesheet", WEB, outside=True, source="word/styles.xml"),
        with_body(LAYOUT, field(f' INCLUDEPICTURE "{WEB}" ')),
        with_body(LAYOUT, field(f"INCLUDETEXT {WEB}", simple=True)),
        with_body(LAYOUT, field(" dd", "eau", 'to c:\\x "y"')),
        with_body(LAYOUT, field(' DDE "Excel" x')),
        with_body(LAYOUT, field(" DDE{# so #}AUTO x")),
        with_body(LAYOUT, field("{% if name %}DDE{% endif %}AUTO x")),
        with_body(LAYOUT, field(" LINK Excel.Sheet.12 x")),
        with_body(LAYOUT, field("IMPORT x.wmf")),
        with_body(LAYOUT, NAMED_BY_A_FIELD),
        with_body(LAYOUT, VML.format(WEB)),
        replaced(LAYOUT, "word/header1.xml", "<w:p>", field(" DDEAUTO x") + "<w:p>"),
    ],
    "embedded": [
        related(LAYOUT, "oleObject", "embeddings/oleObject1.bin", data=b"x"),
        related(LAYOUT, "package", "embeddings/Sheet1.xlsx", data=b"x"),
        related(LAYOUT, "package", "embeddings/Sheet1.xlsm", data=b"x", source="word/charts/chart1.xml"),
        related(LAYOUT, "control", "activeX/activeX1.xml", data=b"<x/>"),
        related(LAYOUT, "aFChunk", "chunk.html", data=b"<html/>"),
        with_body(LAYOUT, '<w:altChunk/>'),
    ],
    "runs_program": [
        related(LAYOUT, "hyperlink", "ms-msdt:/id x", outside=True),
        related(LAYOUT, "hyperlink", "javascript:x()", outside=True),
        with_body(LAYOUT, field(' HYPERLINK "search-ms:query=x" ')),
    ],
    "damaged": [
        related(LAYOUT, "image", "media/lost.png"),
        replaced(LAYOUT, "_rels/.rels", "word/document.xml", "word/nowhere.xml"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "file"),
    [(code, file) for code, files in HAZARDS.items() for file in files],
    ids=lambda value: str(value)[:9],
)
def test_a_hazard_is_refused_in_one_sentence_that_says_what_to_do(code: str, file: bytes) -> None:
    with pytest.raises(LayoutError) as caught:
        compile_template(file)
    assert [problem.code for problem in caught.value.problems] == [code]
    assert caught.value.problem.suggestion.endswith(".")
    assert "example.org" not in str(caught.value)


@pytest.mark.parametrize(
    "file",
    [
        *(
            related(LAYOUT, "hyperlink", address, outside=True)
            for address in (
                *("https://example.org/a?b=c:d", "http://example.org", "mailto:sam@example.org", "tel:01482300300"),
                *("www.example.org:8080/x", "policy.docx", r"file:///\\server\share\policy.docx"),
                *(r"C:\x.docx", "{{ url }}"),
            )
        ),
        related(LAYOUT, "hyperlink", "#Actions"),
        related(LAYOUT, "image", "../NULL"),
        related(LAYOUT, "image", "NULL", outside=True),
        related(LAYOUT, "attachedTemplate", r"file:///C:\Templates\Letter.dotx", outside=True, source=SETTINGS),
        related(LAYOUT, "attachedTemplate", "Letter.dotx", outside=True, source=SETTINGS),
        related(
            with_parts(LAYOUT, {"word/embeddings/Sheet1.xlsx": b"x"}),
            *("package", "../embeddings/Sheet1.xlsx"),
            source="word/charts/chart1.xml",
        ),
        with_body(LAYOUT, field(" PAGE ")),
        with_body(LAYOUT, field(' HYPERLINK "https://example.org" ')),
        with_body(LAYOUT, field(' HYPERLINK \\l "Actions" ')),
        with_body(LAYOUT, field(' TOC \\o "1-3" ')),
        with_body(LAYOUT, field(" MACROBUTTON NoMacro [Click here] ")),
        with_body(LAYOUT, "<w:p><w:r><w:t>LINK and DDEAUTO are words here</w:t></w:r></w:p>"),
    ],
)  # fmt: skip
def test_ordinary_links_and_fields_are_no_hazards(file: bytes) -> None:
    assert rendered(file, {"name": "Kelly", "url": "https://example.org"}).endswith("Dear Kelly")


def test_every_hazard_is_named_at_once() -> None:
    file = related(
        with_body(with_parts(LAYOUT, {"word/vbaProject.bin": b"x"}), field("DDE x")), "image", WEB, outside=True
    )
    with pytest.raises(LayoutError) as caught:
        compile_template(file)
    assert [problem.code for problem in caught.value.problems] == ["macros", "fetches", "fetches"]
