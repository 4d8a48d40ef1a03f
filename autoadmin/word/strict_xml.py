"""Reading the XML of a part so that a hostile file can do nothing: no entities, no network, and bounds all round."""

from __future__ import annotations

from typing import Final

from lxml import etree

from autoadmin.word.errors import LayoutError, Problem

MAX_MARKS: Final = 6_000_000  # tags and attributes in one part: each takes a hundred bytes of memory


def parse_part(data: bytes, title: str) -> etree._Element:
    """Return the root of a part's XML, read strictly; entities, document types and the network are refused."""
    if data.count(b"<") + data.count(b"=") > MAX_MARKS:
        raise _refused("too_large", f"Its {title} is larger than a Word template can need.", "Take pages out of it.")
    parser = etree.XMLParser(  # which bounds by itself how deep elements stand and how long a text or attribute is
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, LookupError, ValueError) as error:
        raise _refused(
            "damaged", f"Its {title} is damaged.", "Open it in Word, let Word repair it and save."
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        message = f"Its {title} declares a document type, which no Word document does."
        raise _refused("damaged", message, "Open it in Word and save it again.")
    return root


def _refused(code: str, message: str, suggestion: str) -> LayoutError:
    return LayoutError(Problem(code, message, suggestion=suggestion))
