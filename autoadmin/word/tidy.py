"""Taking out what Word leaves behind in a text: marks of editing sessions, spelling and old page breaks.

They split words into runs, and hold who edited what when. No reader of the document sees them.
"""

from __future__ import annotations

from lxml import etree

from autoadmin.word.names import BREAK, DELETED, RUN, RUN_PROPERTIES, SPACE, TAB, TEXT, W

_NOISE = (f"{W}proofErr", f"{W}lastRenderedPageBreak", f"{W}noProof", f"{W}permStart", f"{W}permEnd")
_WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_PLAIN = (RUN_PROPERTIES, TEXT, TAB, BREAK)
_NOISY_ATTRIBUTES = (
    *(f"{W}{name}" for name in ("rsidR", "rsidRPr", "rsidRDefault", "rsidP", "rsidTr", "rsidDel", "rsidSect")),
    f"{_WORD_2010}paraId",  # a repeated paragraph may not keep its identifier
    f"{_WORD_2010}textId",
)


def tidy(root: etree._Element) -> None:
    """Strip the marks of editing from a part, and join neighbouring runs that look the same."""
    for element in list(root.iter(*_NOISE)):
        remove(element)
    for element in list(root.iter(f"{W}bookmarkStart")):
        if element.get(f"{W}name") == "_GoBack":
            _remove_bookmark(root, element)
    etree.strip_attributes(root, *_NOISY_ATTRIBUTES)
    _strip_indentation(root)
    for text in list(root.iter(TEXT)):
        _put_in_run(text)
    for run in list(root.iter(RUN)):
        _join_to_previous(run)


def remove(element: etree._Element) -> None:
    """Take an element out of its tree; text that follows it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def properties_of(element: etree._Element, name: str) -> etree._Element | None:
    """Return the child of a paragraph or run that holds its properties, `name`; Word writes it first."""
    if len(element) and (first := element[0]).tag == name:
        return first
    return next(element.iterchildren(name), None)


def _strip_indentation(root: etree._Element) -> None:
    for element in root.iter():
        if len(element) and element.text and element.text.isspace():
            element.text = None
        if element.tail and element.tail.isspace():
            element.tail = None


def _remove_bookmark(root: etree._Element, start: etree._Element) -> None:
    for end in list(root.iter(f"{W}bookmarkEnd")):
        if end.get(f"{W}id") == start.get(f"{W}id"):
            remove(end)
    remove(start)


def _put_in_run(text: etree._Element) -> None:
    """Give words that stand in no run, as damaged files have them, one of their own: values are written in runs."""
    parent = text.getparent()
    if parent is not None and parent.tag != RUN:
        run = etree.Element(RUN)
        parent.replace(text, run)
        run.append(text)


def _join_to_previous(run: etree._Element) -> None:
    before = run.getprevious()
    if before is None or not _is_plain(before) or not _is_plain(run) or not _look_alike(before, run):
        return
    parent = run.getparent()
    if parent is None or parent.tag in DELETED:
        return
    for child in list(run):
        if child.tag != RUN_PROPERTIES:
            _append(before, child)
    parent.remove(run)


def _append(run: etree._Element, child: etree._Element) -> None:
    last = run[-1] if len(run) else None
    if last is not None and last.tag == TEXT and child.tag == TEXT:
        last.text = (last.text or "") + (child.text or "")
        last.set(SPACE, "preserve")
    else:
        run.append(child)


def _is_plain(run: etree._Element) -> bool:
    """Return whether it is a run of words only: fields and pictures keep runs of their own."""
    return run.tag == RUN and not run.attrib and all(child.tag in _PLAIN for child in run)


def _look_alike(run: etree._Element, other: etree._Element) -> bool:
    looks, others = properties_of(run, RUN_PROPERTIES), properties_of(other, RUN_PROPERTIES)
    if looks is None or others is None:
        return not any(properties is not None and len(properties) for properties in (looks, others))
    return _is_same(looks, others)


def _is_same(element: etree._Element, other: etree._Element) -> bool:
    return (
        element.tag == other.tag
        and len(element) == len(other)
        and element.attrib == other.attrib
        and element.text == other.text
        and all(map(_is_same, element, other))
    )
