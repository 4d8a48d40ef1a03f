"""One part of a layout compiled: from its XML to a function of the content that gives its XML filled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from jinja2 import Template as JinjaTemplate
from jinja2 import TemplateSyntaxError
from lxml import etree

from autoadmin.word.blocks import settle_blocks
from autoadmin.word.cells import shape_cells
from autoadmin.word.guards import plant_guards, restore
from autoadmin.word.names import RUN
from autoadmin.word.parts import check_namespace, parse_part
from autoadmin.word.places import paragraphs_with_places
from autoadmin.word.placing import place_tags
from autoadmin.word.printing import PRESS, Press
from autoadmin.word.reviewing import Review
from autoadmin.word.runs import plant_tags, planted, tag_number
from autoadmin.word.sandbox import make_sandbox
from autoadmin.word.slots import Slot, make_slot
from autoadmin.word.source import Source, write_source
from autoadmin.word.tags import Tag
from autoadmin.word.tidy import tidy
from autoadmin.word.trimming import trim
from autoadmin.word.values import plain_words
from autoadmin.word.wording import check_allowed, explain_failure, explain_syntax

SANDBOX: Final = make_sandbox()


@dataclass(frozen=True, slots=True)
class Layout:
    """A part ready to be filled, any number of times, from any number of threads."""

    name: str
    fields: frozenset[str]
    mended: tuple[str, ...]  # tags as typed that were put right
    source: Source
    _jinja: JinjaTemplate
    _tags: tuple[Tag, ...]
    _slots: Mapping[int, Slot]
    _has_guards: bool

    def fill(self, content: Mapping[str, object]) -> tuple[bytes, Press]:
        """Return the part's XML filled with the content, and what came up; raise LayoutError at the tag that failed."""
        press = Press(self._slots)
        try:
            context = self._jinja.new_context({**content, PRESS: press})
            text = "".join(self._jinja.root_render_func(context))
        except Exception as error:
            tag = self._tags[self._tag_that_failed(error)]
            raise explain_failure(error, tag, content) from None  # what failed may quote a value of the case
        data = text.encode()
        return restore(data) if self._has_guards else data, press

    def _tag_that_failed(self, error: Exception) -> int:
        step, line = error.__traceback__, 1
        while step is not None:
            if step.tb_frame.f_code.co_filename == self._jinja.filename:
                line = self._jinja.get_corresponding_lineno(step.tb_lineno)
            step = step.tb_next
        return self.source.tag_at(line)


def compile_part(name: str, title: str, data: bytes, labels: Mapping[str, str]) -> Layout | None:
    """Return the part compiled, or None if it holds no tags; raise LayoutError for the first thing wrong with it."""
    root = parse_part(data, title)
    check_namespace(root, title)
    tidy(root)
    tags: list[Tag] = []
    for paragraph, place in paragraphs_with_places(root, title):
        plant_tags(paragraph, place, tags)
    if not tags:
        return None
    trim(root, tags)
    place_tags(root, tags)
    shape_cells(root, tags)
    settle_blocks(root, tags)
    has_guards = plant_guards(root, tags)
    source = write_source(root, tags)
    review, jinja = _compile_source(name, source, tags)
    return Layout(
        name=name,
        fields=frozenset(review.fields),
        mended=tuple(tag.typed for tag in tags if tag.is_mended),
        source=source,
        _jinja=jinja,
        _tags=tuple(tags),
        _slots=dict(_slots(root, review.paths, labels)),
        _has_guards=has_guards,
    )


def _compile_source(name: str, source: Source, tags: list[Tag]) -> tuple[Review, JinjaTemplate]:
    review = Review(source, tags)
    try:
        tree = SANDBOX.parse(source.text)
        check_allowed(tree, SANDBOX, source, tags)
        review.run(tree)
        code = SANDBOX.compile(tree, name, f"<{name}>")
    except TemplateSyntaxError as error:
        raise explain_syntax(error, tags[source.tag_at(error.lineno)]) from error
    return review, JinjaTemplate.from_code(SANDBOX, code, SANDBOX.globals)


def _slots(root: etree._Element, paths: Mapping[int, str], labels: Mapping[str, str]) -> Iterator[tuple[int, Slot]]:
    for node in planted(root):
        number = tag_number(node)
        if number in paths:
            path = paths[number]
            what = labels.get(path) or plain_words(path)
            run = next(node.iterancestors(RUN), None)
            yield number, make_slot(run, path, what, dict(root.nsmap))
