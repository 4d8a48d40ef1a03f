"""One part of a layout compiled: from its XML to a function of the content that gives its XML filled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from autoadmin.word.coding import Code, code_part
from autoadmin.word.errors import LayoutError, Problem
from autoadmin.word.guards import restore
from autoadmin.word.limits import Meter
from autoadmin.word.parsing import SANDBOX
from autoadmin.word.printing import PRESS, Press
from autoadmin.word.proofs import Proof
from autoadmin.word.renaming import rename_fields
from autoadmin.word.reviewing import Review
from autoadmin.word.setting import Setting
from autoadmin.word.slots import Slot
from autoadmin.word.slotting import make_slots
from autoadmin.word.source import Source
from autoadmin.word.tags import Tag
from autoadmin.word.wording import explain_failure


@dataclass(frozen=True, slots=True)
class Layout:
    """A part ready to be filled, any number of times, from any number of threads."""

    name: str
    fields: frozenset[str]
    mended: tuple[str, ...]  # tags as typed that were put right
    renamed: tuple[Problem, ...]  # warnings of old names that it uses
    source: Source
    _code: Code
    _tags: tuple[Tag, ...]
    _slots: Mapping[int, Slot]
    _has_guards: bool
    _first_number: int

    def fill(self, content: Mapping[str, object], meter: Meter | None = None) -> tuple[bytes, Press]:
        """Return the part's XML filled with the content, and what came up; raise LayoutError at the tag that failed.

        `meter` counts what the whole document takes; without one the part is a document of its own.
        """
        press = self.press(meter or Meter())
        return b"".join(self.printed(content, press)), press

    def press(self, meter: Meter) -> Press:
        """Return what is to gather what comes up while the part is printed."""
        return Press(self._slots, self._first_number, meter=meter)

    def printed(self, content: Mapping[str, object], press: Press) -> Iterable[bytes]:
        """Return the part's XML filled with the content, in pieces; going through them may raise as `fill` does."""
        pieces = self._pieces(content, press)
        return (restore(b"".join(pieces)),) if self._has_guards else pieces

    def places(self) -> Iterator[tuple[str, str]]:
        """Yield the path of each field that is printed or repeated, with where that is, in the order of the part."""
        for number, slot in sorted(self._slots.items()):
            for path in (slot.path, f"{slot.path}[]"):
                if path in self.fields:
                    yield path, str(self._tags[number].place)

    def _pieces(self, content: Mapping[str, object], press: Press) -> Iterator[bytes]:
        try:
            context = SANDBOX.context_class(SANDBOX, {**SANDBOX.globals, **content, PRESS: press}, self.name, {})
            yield from press.meter.batches(self._code.fill(context))
        except Exception as error:
            tag = self._tags[self._tag_that_failed(error)]
            raise explain_failure(error, tag, content) from None  # what failed may quote a value of the case

    def _tag_that_failed(self, error: Exception) -> int:
        step, number = error.__traceback__, 0
        while step is not None:
            if step.tb_frame.f_code.co_filename == self._code.filename:
                number = self._code.tag_at(step.tb_lineno)
            step = step.tb_next
        return number


def compile_part(proof: Proof, setting: Setting) -> Layout | None:
    """Return a part that was read compiled, or None if it holds no tags; raise LayoutError if it is not right."""
    renamed = rename_fields(proof, setting.aliases)
    if proof.tags.problems:
        raise LayoutError(*proof.problems)
    if not proof.tags and not proof.tags.has_braces:
        return None
    tags = proof.tags
    review = Review(proof.source, tags)
    review.run(proof.tree)
    return Layout(
        name=proof.name,
        fields=frozenset(review.fields),
        mended=tuple(dict.fromkeys(tag.typed for tag in tags if tag.is_mended or tag.is_split)),
        renamed=renamed,
        source=proof.source,
        _code=code_part(proof.tree, proof.name, proof.source, SANDBOX),
        _tags=tuple(tags),
        _slots=dict(make_slots(proof, review.paths, setting)),
        _has_guards=proof.has_guards,
        _first_number=setting.first_numbers.get(proof.name, 0),
    )
