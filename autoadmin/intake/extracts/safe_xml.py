"""XML from outside, read without following anything that it points to."""

from __future__ import annotations

import re

from lxml import etree

from autoadmin.domain.errors import IntakeError

MOST_BYTES = 256 * 1024 * 1024
DECLARATIONS = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)


def parse_xml(name: str, data: bytes) -> etree._Element:
    """Return the root element; anything that declares entities, is too big, too deep or not well formed is refused."""
    if len(data) > MOST_BYTES:
        raise IntakeError(f"{name} is larger than {MOST_BYTES // 1024 // 1024} MB. Ask for the return in parts.")
    if DECLARATIONS.search(data.replace(b"\0", b"")):
        raise IntakeError(f"{name} declares a document type, which a census return never does. Ask for a fresh export.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as fault:
        line = getattr(fault, "lineno", None)
        where = f" (line {line})" if line else ""
        raise IntakeError(f"{name} is not well-formed XML{where}. Ask for a fresh export.") from fault
    if root.getroottree().docinfo.internalDTD is not None:
        raise IntakeError(f"{name} declares a document type, which a census return never does. Ask for a fresh export.")
    return root
