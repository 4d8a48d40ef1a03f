"""What no template may bring with it: programs, other files inside it, and anything fetched when it is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from autoadmin.word.errors import Problem
from autoadmin.word.field_codes import COMPUTED, instructions
from autoadmin.word.relations import Relation, read_relations
from autoadmin.word.strict_xml import parse_part

TYPES: Final = "[Content_Types].xml"
_MACRO_PARTS: Final = ("vbaproject.bin", "vbadata.xml", "vbaprojectsignature.bin")
_MACRO_KINDS: Final = ("vbaproject", "wordvbadata", "vbaprojectsignature", "xlmacrosheet")
_EMBEDDED: Final = {
    "oleobject": "an embedded object",
    "package": "an embedded file",
    "control": "an ActiveX control",
    "activexcontrolbinary": "an ActiveX control",
    "afchunk": "another file to be put in when it is opened",
}
_FETCHED: Final = {
    "image": "a picture that is kept elsewhere",
    "oleobject": "a linked object",
    "subdocument": "a subdocument that is kept elsewhere",
    "afchunk": "text that is kept elsewhere",
    "frame": "a frame that shows another page",
    "attachedtemplate": "an attached template on another machine",
}
_MEND: Final = {
    "image": "Insert the picture itself, not a link to it.",
    "oleobject": "Break the link (File, Info, Edit links to files).",
    "attachedtemplate": "Take it off (Developer, Document Template).",
}
_OPENING_A_LINK: Final = frozenset({"", "http", "https", "mailto", "tel", "sms", "ftp", "ftps", "file"})
_FETCHING_FIELDS: Final = frozenset(
    {
        "INCLUDEPICTURE",
        "INCLUDETEXT",
        "INCLUDE",
        "IMPORT",
        "DDE",
        "DDEAUTO",
        "LINK",
        "RD",
        "DATABASE",
        "EMBED",
        COMPUTED,
    }
)
_SCHEME: Final = re.compile("[A-Za-z][A-Za-z0-9+-]*")  # with a full stop it is the name of a machine
_TAG: Final = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)  # nothing between tags may put a field's name together
_SHAPES: Final = "{urn:schemas-microsoft-com:vml}"
_WEB_VIDEO: Final = "webVideoPr"


def find_hazards(parts: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield a problem for everything in a Word file that keeps it from being a template, each kind and place once."""
    yield from dict.fromkeys(_hazards(parts))


def _hazards(parts: Mapping[str, bytes]) -> Iterator[Problem]:
    types = _types(parts[TYPES])
    relations = list(read_relations(parts))
    if _has_macros(parts, types, relations):
        yield Problem(
            "macros", "The file holds macros.", suggestion="Save it as “Word Document (.docx)”, without macros."
        )
    if any("activex" in kind for kind in types.values()):
        yield _embedded("control", "")
    known = {name.casefold() for name in parts}
    for relation in relations:
        yield from _of_relation(relation, known)
    for name, data in parts.items():
        if name != TYPES and (name.casefold().endswith((".xml", ".vml")) or types.get(name, "").endswith("xml")):
            yield from _of_part(parse_part(data, f"part {name}"), _where(name))


def _types(data: bytes) -> dict[str, str]:
    """Return the types of the parts, by name or as `*.png`."""
    types = {}
    for element in parse_part(data, "list of parts").iter("{*}Override", "{*}Default"):
        name = element.get("PartName", "").lstrip("/") or f"*.{element.get('Extension')}"
        types[name] = element.get("ContentType", "").casefold()
    return types


def _has_macros(parts: Mapping[str, bytes], types: Mapping[str, str], relations: list[Relation]) -> bool:
    return (
        any("macroenabled" in kind or "vbaproject" in kind for kind in types.values())
        or any(name.rpartition("/")[2].casefold() in _MACRO_PARTS for name in parts)
        or any(relation.kind in _MACRO_KINDS for relation in relations)
    )


def _of_relation(relation: Relation, known: set[str]) -> Iterator[Problem]:
    where = _where(relation.source)
    if relation.kind == "hyperlink":
        yield from _of_link(relation.target, where)
    elif relation.is_empty:
        return
    elif relation.is_external:
        if relation.kind != "attachedtemplate" or _is_remote(relation.target):
            yield _fetched(relation.kind, where)
    elif relation.kind in _EMBEDDED and not _is_of_chart(relation):
        yield _embedded(relation.kind, where)
    elif relation.target.casefold() not in known:
        message = f"{where} needs a part that is not in the file: {relation.target}."
        yield Problem("damaged", message, suggestion="Open it in Word, let Word repair it and save.")


def _of_link(address: str, where: str) -> Iterator[Problem]:
    if (scheme := _scheme(address)) not in _OPENING_A_LINK:
        message = f"{where} has a link that starts a program ({scheme}:)."
        yield Problem("runs_program", message, suggestion="Link to a web page, or take the link out.")


def _of_part(root: etree._Element, where: str) -> Iterator[Problem]:
    for instruction in instructions(root):
        keyword, _, rest = _TAG.sub("", instruction).strip().partition(" ")
        keyword = keyword.upper()
        if keyword == "HYPERLINK":
            yield from _of_link(rest, where)
        if keyword in _FETCHING_FIELDS:
            message = f"{where} has a field that fetches something when the document is opened: {keyword}."
            yield Problem("fetches", message, suggestion="Put in what it shows, or unlink the field (Ctrl+Shift+F9).")
    for element in root.iter(f"{_SHAPES}*"):
        if _is_remote(element.get("src", "")):
            yield _fetched("image", where)
    for element in root.iter("{*}" + _WEB_VIDEO, "{*}altChunk"):
        yield _embedded("video" if str(element.tag).endswith(_WEB_VIDEO) else "afchunk", where)


def _fetched(kind: str, where: str) -> Problem:
    what = _FETCHED.get(kind, "something that is kept elsewhere")
    message = f"{where} has {what}, which Word would fetch when the document is opened."
    return Problem("fetches", message, suggestion=_MEND.get(kind, "Put in the thing itself, or take it out."))


def _embedded(kind: str, where: str) -> Problem:
    what = _EMBEDDED.get(kind, "an embedded video")
    suggestion = "Take it out, or put a picture in its place."
    if kind == "afchunk":
        suggestion = "Open it in Word and save it again: then it is ordinary text."
    return Problem("embedded", f"{where or 'The file'} has {what}.", suggestion=suggestion)


def _is_of_chart(relation: Relation) -> bool:
    """Return whether it is the table of numbers that Word keeps behind a chart; one with macros is none of these."""
    is_plain_table = relation.target.casefold().endswith((".xlsx", ".xlsb"))
    return relation.kind == "package" and relation.source.casefold().startswith("word/charts/") and is_plain_table


def _is_remote(address: str) -> bool:
    """Return whether an address leads to another machine."""
    plain = address.strip().replace("\\", "/").casefold()
    if _scheme(plain) not in ("", "file"):
        return True
    if plain.startswith("file:"):
        host, _, plain = plain.removeprefix("file:").removeprefix("//").partition("/")
        return plain.startswith("/") or not (host in ("", "localhost") or host.endswith(":"))
    return plain.startswith("//")


def _scheme(address: str) -> str:
    """Return what an address starts with, such as `https`; nothing for a path, on a drive or not."""
    scheme, colon, _ = address.strip().strip('"').partition(":")
    return scheme.casefold() if colon and len(scheme) > 1 and _SCHEME.fullmatch(scheme) else ""


def _where(name: str) -> str:
    words = {"document": "The main text", "settings": "The file", "footnotes": "A footnote", "endnotes": "An endnote"}
    base = name.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789")
    return words.get(base) or {"header": "A header", "footer": "A footer"}.get(base, "The file")
