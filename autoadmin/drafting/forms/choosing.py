"""Which recorded entries stand under each part of a form, and which a form leaves for a person to tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from autoadmin.drafting.evidence import Evidence, Told
from autoadmin.drafting.forms import form as parts
from autoadmin.drafting.forms.form import Form
from autoadmin.drafting.forms.topics import Topic, is_about
from autoadmin.drafting.wording import Wording, count

FromEntries = parts.Told | parts.Mentioning | parts.Sorted | parts.Decided | parts.Agreed | parts.Carried


def told_under(
    content: FromEntries, evidence: Evidence, headings: frozenset[str], ever: Evidence | None = None
) -> Sequence[Told]:
    """Return the entries that stand under a part; `ever` is what a part draws on that is told from the beginning."""
    match content:
        case parts.Told(sections):
            return [told for told in evidence.stated() if told.entry.section in sections]
        case parts.Mentioning(topic, is_since):
            drawn_on = evidence if is_since or ever is None else ever
            return _of(topic, drawn_on.stated())
        case parts.Sorted(group, only):
            return _of(only, evidence.groups(headings)[group])
        case parts.Decided():
            return evidence.decisions(headings)
        case parts.Agreed(only):
            return _of(only, evidence.open_actions())
        case parts.Carried():
            return evidence.actions()
    assert_never(content)


def tellable(form: Form, evidence: Evidence) -> Evidence:
    """Return the evidence without the entries that the form leaves for a person to tell."""
    pattern = form.holds_back
    if pattern is None:
        return evidence
    told = (each for each in evidence.told if not pattern.search(f"{each.entry.text} {each.entry.why}"))
    return replace(evidence, told=tuple(told))


def held_back_words(form: Form, held: Evidence, told: Evidence) -> str:
    """Return how many entries would stand in the form and are left for a person to tell; empty where none are."""
    if form.holds_back is None:
        return ""
    number = len(_printed(form, held) - _printed(form, told))
    return Wording.HELD_BACK.format(entries=count(number, "entry")) if number else ""


def _of(topic: Topic | None, told: Sequence[Told]) -> Sequence[Told]:
    """Return the entries of a topic; of none asked for, every entry is."""
    return [found for found in told if topic is None or is_about(found.entry.text, topic)]


def _printed(form: Form, evidence: Evidence) -> set[str]:
    lists = (part.content for part in form.parts if isinstance(part.content, FromEntries))
    return {told.entry.id for content in lists for told in told_under(content, evidence, form.headings)}
