"""Making the slots of a part: what each of its tags needs to know of the place that it prints in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml import etree

from autoadmin.word import voices
from autoadmin.word.drawing import Placeholder, make_placeholder
from autoadmin.word.looks import looks_of
from autoadmin.word.names import PARAGRAPH, RUN, RUN_PROPERTIES, W
from autoadmin.word.paragraphs import ParagraphForms, make_forms
from autoadmin.word.proofs import Proof
from autoadmin.word.rooms import room_at
from autoadmin.word.runs import planted, tag_number
from autoadmin.word.setting import Setting
from autoadmin.word.slots import Slot, make_slot
from autoadmin.word.tags import Tag
from autoadmin.word.values import plain_words


def make_slots(proof: Proof, paths: Mapping[int, str], setting: Setting) -> Iterator[tuple[int, Slot]]:
    """Yield the slot of each tag that prints or repeats something, by the tag's number, which `paths` has."""
    forms: dict[etree._Element | None, ParagraphForms] = {}
    nsmap = proof.root.nsmap
    nodes = planted(proof.root)
    for number in paths.keys() - set(map(tag_number, nodes)):  # in attributes
        yield number, make_slot(paths[number], _what(paths[number], setting), (), setting.styles)
    for node in nodes:
        number = tag_number(node)
        if number in paths:
            path = paths[number]
            run = next(node.iterancestors(RUN), None)
            looks = looks_of(run.find(RUN_PROPERTIES) if run is not None else None, nsmap)
            slot = make_slot(path, _what(path, setting), looks, setting.styles)
            paragraph = next(node.iterancestors(PARAGRAPH), None)
            tag = proof.tags[number]
            if tag.voice == voices.PARAGRAPH:
                forms[paragraph] = make_forms(tag.element, setting.styles, nsmap)
            yield (
                number,
                replace(
                    slot,
                    has_link=next(node.iterancestors(f"{W}hyperlink"), None) is not None,
                    room=room_at(node, setting.text_width),
                    placeholder=_placeholder(tag, nsmap),
                    forms=forms.get(paragraph),
                ),
            )


def _what(path: str, setting: Setting) -> str:
    return setting.labels.get(path) or setting.labels.get(path.replace("[]", "")) or plain_words(path)


def _placeholder(tag: Tag, nsmap: Mapping[str | None, str]) -> Placeholder | None:
    if tag.voice == voices.PICTURE and tag.element is not None:
        return make_placeholder(tag.element, nsmap)
    return None
