"""Making the slots of a part: what each of its tags needs to know of the place that it prints in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from autoadmin.word import voices
from autoadmin.word.drawing import Placeholder, make_placeholder
from autoadmin.word.looks import Looks, looks_of
from autoadmin.word.names import PARAGRAPH, RUN, RUN_PROPERTIES, W
from autoadmin.word.paragraphs import ParagraphForms, make_forms
from autoadmin.word.proofs import Proof
from autoadmin.word.rooms import rooms_in
from autoadmin.word.runs import planted, tag_number
from autoadmin.word.setting import Setting
from autoadmin.word.slots import Around, Slot, around
from autoadmin.word.tags import Tag
from autoadmin.word.tidy import properties_of
from autoadmin.word.values import plain_words

_LINK: Final = f"{W}hyperlink"


def make_slots(proof: Proof, paths: Mapping[int, str], setting: Setting) -> Iterator[tuple[int, Slot]]:
    """Yield the slot of each tag that prints or repeats something, by the tag's number, which `paths` has."""
    maker = _Maker(proof.root, setting)
    nodes = planted(proof.root)
    for number in paths.keys() - set(map(tag_number, nodes)):  # in attributes
        yield number, maker.slot(paths[number])
    rooms = rooms_in(proof.root, setting.text_width)
    for node in nodes:
        number = tag_number(node)
        if number in paths:
            yield number, maker.slot_at(node, paths[number], proof.tags[number], rooms[node])


class _Maker:
    """Makes slots; what many have in common is worked out once."""

    def __init__(self, root: etree._Element, setting: Setting) -> None:
        self._nsmap = root.nsmap
        self._setting = setting
        self._forms: dict[etree._Element | None, ParagraphForms] = {}
        self._looks: dict[bytes, Looks] = {}
        self._around: dict[Looks, Around] = {}

    def slot(
        self,
        path: str,
        looks: Looks = (),
        room: int = 0,
        *,
        has_link: bool = False,
        placeholder: Placeholder | None = None,
        forms: ParagraphForms | None = None,
    ) -> Slot:
        """Return the slot for a tag in a run of these looks."""
        if looks not in self._around:
            self._around[looks] = around(looks)
        what, styles = _what(path, self._setting), self._setting.styles
        return Slot(path, what, *self._around[looks], looks, has_link, room, placeholder, forms, styles)

    def slot_at(self, node: etree._Element, path: str, tag: Tag, room: int) -> Slot:
        """Return the slot for a tag where it stands."""
        run = paragraph = None
        has_link = False
        for above in node.iterancestors(RUN, PARAGRAPH, _LINK):  # the nearest of each
            if above.tag == RUN and run is None:
                run = above
            elif above.tag == PARAGRAPH and paragraph is None:
                paragraph = above
            elif above.tag == _LINK:
                has_link = True
        if tag.voice == voices.PARAGRAPH:
            self._forms[paragraph] = make_forms(tag.element, self._setting.styles, self._nsmap)
        placeholder, forms = _placeholder(tag, self._nsmap), self._forms.get(paragraph)
        looks = () if run is None else self._looks_of(properties_of(run, RUN_PROPERTIES))
        return self.slot(path, looks, room, has_link=has_link, placeholder=placeholder, forms=forms)

    def _looks_of(self, properties: etree._Element | None) -> Looks:
        key = b"" if properties is None else etree.tostring(properties, with_tail=False)
        if key not in self._looks:
            self._looks[key] = looks_of(properties, self._nsmap)
        return self._looks[key]


def _what(path: str, setting: Setting) -> str:
    return setting.labels.get(path) or setting.labels.get(path.replace("[]", "")) or plain_words(path)


def _placeholder(tag: Tag, nsmap: Mapping[str | None, str]) -> Placeholder | None:
    if tag.voice == voices.PICTURE and tag.element is not None:
        return make_placeholder(tag.element, nsmap)
    return None
