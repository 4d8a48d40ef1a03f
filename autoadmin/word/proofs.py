"""One part of a layout read for its tags: what compiling stands on, and what checking looks at, faults and all."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from jinja2 import nodes
from lxml import etree

from autoadmin.word.blocks import settle_blocks
from autoadmin.word.cells import shape_cells
from autoadmin.word.counting import check_count
from autoadmin.word.errors import Problem, Spot
from autoadmin.word.guards import plant_guards
from autoadmin.word.hidden import plant_hidden, strip_marks
from autoadmin.word.parsing import parse_tags
from autoadmin.word.parts import check_namespace, parse_part
from autoadmin.word.placeholders import drawings_by_paragraph, plant_pictures
from autoadmin.word.places import paragraphs_of
from autoadmin.word.placing import place_tags
from autoadmin.word.repeating import number_anew
from autoadmin.word.runs import plant_tags
from autoadmin.word.source import Source
from autoadmin.word.tags import Tags
from autoadmin.word.tidy import tidy
from autoadmin.word.trimming import trim


@dataclass(frozen=True, slots=True)
class Proof:
    """A part with its tags in the places where they act. Tags with a problem have no part in `source` and `tree`."""

    name: str
    root: etree._Element
    tags: Tags
    source: Source
    tree: nodes.Template
    has_guards: bool

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return everything wrong with its tags, in the order of the document."""
        return tuple(sorted(self.tags.problems, key=lambda problem: problem.place.paragraph))

    def without(self, problems: Collection[Problem]) -> Proof:
        """Return the part with the tags that these problems are about doing nothing, and with no complaint left."""
        faulty = {(problem.place, problem.typed) for problem in problems}
        tags = Tags(self.tags)
        tags.doubtful |= self.tags.doubtful
        for number, tag in enumerate(tags):
            if (tag.place, tag.typed) in faulty:
                tags.make_harmless(number)
        source, tree = parse_tags(self.root, tags)
        tags.problems.clear()
        return replace(self, tags=tags, source=source, tree=tree)


def proof_part(name: str, title: str, data: bytes) -> Proof:
    """Return a part read; raise LayoutError only where its XML cannot be."""
    root = parse_part(data, title)
    check_namespace(root, title)
    tidy(root)
    strip_marks(root)
    tags = Tags()
    paragraphs, drawings = list(paragraphs_of(root, title, name)), drawings_by_paragraph(root)
    for paragraph, place, pieces in paragraphs:
        plant_tags(pieces, place, tags)
        plant_pictures(drawings.get(paragraph, ()), place, tags)
    plant_hidden(root, {paragraph.element: paragraph.place for paragraph in paragraphs}, tags)
    check_count(len(tags), Spot(title, name=name))
    if not tags and not tags.has_braces:
        return Proof(name, root, tags, Source(), nodes.Template([], lineno=1), has_guards=False)
    trim(root, tags)
    place_tags(root, tags)
    shape_cells(root, tags)
    settle_blocks(root, tags)
    number_anew(root, tags)
    has_guards = plant_guards(root, tags)
    source, tree = parse_tags(root, tags)
    return Proof(name, root, tags, source, tree, has_guards)
