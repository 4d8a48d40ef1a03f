"""Awkward content for the shipped templates: what real cases do to a tidy layout."""

from __future__ import annotations

from typing import Any

from tests.templates.shipped import IDS, Content, blank, sample

LONG = "She rang the school, the school rang the nurse, and the nurse rang nobody; " * 40
RIGHT_TO_LEFT = "نور الهدى אברהם"
ONE_WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch-and-no-space-anywhere"


def cases() -> dict[str, tuple[str, Content]]:
    """Return awkward documents by name: which template, filled with what."""
    return {
        **{f"{id}-nothing-recorded": (id, nothing_recorded(id)) for id in IDS},
        "discussion-record-five-siblings": ("discussion-record", five_siblings("discussion-record")),
        "conference-report-five-siblings": ("conference-report", five_siblings("conference-report")),
        "chronology-court-sixty-rows": ("chronology-court", many_rows("chronology-court", 60)),
        "chronology-case-file-sixty-rows": ("chronology-case-file", many_rows("chronology-case-file", 60)),
        "unit-minutes-long-words": ("unit-minutes", long_words()),
        "unit-minutes-thirty-families": ("unit-minutes", thirty_families()),
        "conference-report-review": ("conference-report", a_review()),
        "next-meeting-sheet-eight-families": ("next-meeting-sheet", eight_families()),
    }


def nothing_recorded(id: str) -> Content:
    """Return a sample in which nobody recorded anything but the document's own title."""
    content = sample(id)
    emptied: Any = blank(content)
    return {**emptied, "document": content["document"]}


def five_siblings(id: str) -> Content:
    """Return a child with five brothers and sisters, one of whom has a name written from right to left."""
    content = sample(id)
    first = content["siblings"][0]
    names = [RIGHT_TO_LEFT, f"Anne-Marie Persephone {ONE_WORD}", "Bo Pellow", "Twin One Pellow", "Twin Two Pellow"]
    content["siblings"] = [{**first, "name": name} for name in names]
    content["child"]["name"] = RIGHT_TO_LEFT
    return content


def many_rows(id: str, number: int) -> Content:
    """Return a chronology with so many rows."""
    content = sample(id)
    rows = content["rows"]
    content["rows"] = [
        {**rows[at % len(rows)], "number": at + 1} if "number" in rows[0] else rows[at % len(rows)]
        for at in range(number)
    ]
    return content


def long_words() -> Content:
    """Return minutes with very long entries and a word that fits in no column."""
    content = sample("unit-minutes")
    discussion = content["discussions"][0]
    discussion["status"] = LONG
    discussion["sections"][0]["statements"][0]["text"] = LONG * 2
    discussion["sections"][0]["statements"][1]["text"] = f"“{LONG}”"
    discussion["decisions"][0].update(text=LONG, why=LONG, by=ONE_WORD, owner=ONE_WORD)
    discussion["actions"][0].update(text=LONG, owner=ONE_WORD, due="about the end of September 2027")
    return content


def thirty_families() -> Content:
    """Return the minutes of a meeting that discussed thirty families."""
    content = sample("unit-minutes")
    content["discussions"] = content["discussions"] * 15
    return content


def a_review() -> Content:
    """Return a report to a review conference, with progress, visits and core groups."""
    content = sample("conference-report")
    content["conference"].update(kind="Review child protection conference", is_review=True)
    content["progress"] = content["worries"]
    content["visits"] = content["seen"] * 6
    content["core_groups"] = content["chronology"]
    return content


def eight_families() -> Content:
    """Return the sheet of a unit with eight families."""
    content = sample("next-meeting-sheet")
    content["families"] = content["families"] * 4
    return content
