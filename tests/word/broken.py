"""Word files with what people leave in them: review marks, old fields, pictures, text boxes, content controls."""

from __future__ import annotations

import io

import docx
from docx.oxml import parse_xml
from docx.shared import Cm
from lxml import etree

from autoadmin.word.names import WORD

_NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def with_xml(inner: str, *before: str) -> bytes:
    """Return a Word file whose last paragraph holds this XML, after paragraphs of these words."""
    document = docx.Document()
    for words in before:
        document.add_paragraph(words)
    document.element.body.insert(len(before), parse_xml(f"<w:p {_NAMESPACES}>{inner}</w:p>"))
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    """Return the document as a file."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def a_run(words: str) -> str:
    """Return the XML of a run of words."""
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def a_text_box(words: str) -> str:
    """Return the XML of a text box as Word writes it: once for newer, once for older versions."""
    text = f"<w:txbxContent><w:p>{a_run(words)}</w:p></w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><wp:extent cx='9' cy='9'/>"
        "<wp:docPr id='1' name='Box' descr='a box'/><a:graphic><a:graphicData uri='u'>"
        f"<wps:wsp><wps:txbx>{text}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{text}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def a_control(words: str, properties: str = "") -> str:
    """Return the XML of a content control around words."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{a_run(words)}</w:sdtContent></w:sdt>"


def a_field(code: str) -> str:
    """Return the XML of a Word field with this code."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>shown</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def with_picture(*, description: str = "") -> bytes:
    """Return a file with a picture, of one pixel, and its alternative text."""
    pixel = bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
        "0000000d49444154789c6360f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
    )
    document = docx.Document()
    document.add_picture(io.BytesIO(pixel), width=Cm(2))
    if description:
        next(item for item in document.element.body.iter() if etree.QName(item).localname == "docPr").set(
            "descr", description
        )
    return saved(document)


def with_comment(words: str, *, about: str = "Some words") -> bytes:
    """Return a file with a Word comment."""
    document = docx.Document()
    run = document.add_paragraph().add_run(about)
    document.add_comment(run, text=words, author="Somebody", initials="S")
    return saved(document)
