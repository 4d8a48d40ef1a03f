"""Invented census returns: only what a test is about has to be said."""

from __future__ import annotations

from autoadmin.domain.extracts import ExtractRecord
from autoadmin.intake.extracts import read_extract

HEADER = "<Header><CollectionDetails><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails></Header>"


def an_element(tag: str, **inner: str) -> str:
    """Return one element with simple elements in it."""
    return f"<{tag}>" + "".join(f"<{name}>{text}</{name}>" for name, text in inner.items()) + f"</{tag}>"


def a_census_child(episodes: str = "", child: str = "C-1", more: str = "", **identifiers: str) -> str:
    """Return a Child element; `more` stands after its episodes."""
    said = {"LAchildID": child, "PersonBirthDate": "2015-04-03", "Sex": "F"} | identifiers
    said = {name: text for name, text in said.items() if text}
    return f"<Child>\n{an_element('ChildIdentifiers', **said)}\n{episodes}{more}</Child>\n"


def an_episode(inside: str = "", on: str = "2025-06-02") -> str:
    """Return a CINdetails element."""
    return f"<CINdetails>\n<CINreferralDate>{on}</CINreferralDate>\n{inside}\n</CINdetails>\n"


def a_census(*children: str, header: str = HEADER) -> bytes:
    """Return a census return."""
    return f"<Message>{header}<Children>\n{''.join(children)}</Children></Message>".encode()


def read_children(*children: str) -> ExtractRecord:
    """Return what a return with these children tells."""
    return read_extract("census.xml", a_census(*children))
