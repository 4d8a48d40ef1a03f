"""Mutated Word files and odd content through compile and render: `python -m tests.word.fuzz --seconds 600 --seed 1`.

Each example ends in a LayoutError with a sentence, or in a document whose every part is whole; anything else is printed
with the seed that makes it again.
"""

from __future__ import annotations

import argparse
import copy
import random
import time
import traceback
from collections.abc import Callable
from functools import cache
from pathlib import Path

from lxml import etree

from autoadmin.word import compile_template
from autoadmin.word.checking import check_layout
from autoadmin.word.errors import LayoutError
from autoadmin.word.names import WORD, W
from tests.word.layouts import a_layout
from tests.word.packages import packed, parts_of

SHIPPED = sorted((Path(__file__).parents[2] / "templates").glob("*/layout.docx"))
SOUP = (
    *("{{ a }}", "{{p a }}", "{{r xs }}", "{{", "}}", "{%", "%}", "{#", "#}", "{% if a %}", "{% endif %}"),
    *("{% for x in xs %}", "{% endfor %}", "{%tr for x in xs %}", "{%tr endfor %}", "{%tc if a %}", "{%tc endif %}"),
    *("{%p if a %}", "{%p endif %}", "{%- if a -%}", "{%- endif -%}", "{% set a = xs %}", "{% colspan a %}"),
    *("{{ " + "(" * 90 + "a" + ")" * 90 + " }}", "{{ " + "a+" * 900 + "a }}", "{{ " + "-" * 900 + "1 }}", "{% hm %}"),
    *("{% if a %}" * 30, "{% endif %}" * 30, "{% for x in xs %}" * 25 + "{% endfor %}" * 25, "{{ " + "[" * 300 + " }}"),
    *("{{ a" + ".a" * 500 + " }}", "{{ a" + "|e" * 500 + " }}", "{{ not " * 300 + "}}", "\x85", "\u2028", "{{ a|", "«"),
    *("{% cellbg a %}", "{{ x|print_at(9) }}", "{{ x|each_at }}", "{{ xs|lines }}", "{% with %}", "{% raw %}"),
    *("{{ 0x }}", "{% else %}", "{% vm %}"),
)  # fmt: skip


_WRAPPERS = [
    f'<w:{name} xmlns:w="{WORD}"{rest}'
    for name, rest in (
        ("ins", ' w:id="1" w:author="A"/>'),
        ("del", ' w:id="2" w:author="A"/>'),
        ("hyperlink", ' w:anchor="{{ a }}"/>'),
        ("fldSimple", ' w:instr=" REF {{ a }} "/>'),
        ("smartTag", ' w:element="x"/>'),
        ("sdt", "><w:sdtPr><w:alias w:val='{{ x }}'/></w:sdtPr><w:sdtContent/></w:sdt>"),
        ("r", "><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r>"),
        ("footnote", ' w:id="7"><w:p/></w:footnote>'),
    )
]

_AROUND_BLOCKS = [
    f'<w:sdt xmlns:w="{WORD}"><w:sdtPr/><w:sdtContent/></w:sdt>',
    f'<w:customXml xmlns:w="{WORD}" w:element="x"/>',
]


def main() -> None:
    """Run for some seconds; end with status 1 if anything was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    end, seed, found = time.monotonic() + asked.seconds, asked.seed, 0
    while time.monotonic() < end:
        try:
            run_example(seed)
        except Exception:
            found += 1
            print(f"seed {seed}:", *traceback.format_exc().splitlines()[-9:], sep="\n")
        seed += 1
    print(f"{seed - asked.seed:,} examples, {found} found")
    raise SystemExit(bool(found))


def run_example(seed: int) -> bool:
    """Run one example; return whether it made a document. Raise whatever should not have come up."""
    dice = random.Random(seed)
    file = dice.choice(_layouts()[dice.random() < 0.7])
    for _ in range(dice.randint(0, 3)):
        file = dice.choice(_MUTATIONS)(file, dice)
    content: dict[str, object] = {"a": "<&>", "b": {"c": None}, "xs": ["one", 2], "x": 1.5}
    if dice.random() < 0.4:
        content = {name: some_value(dice, 3) for name in ("a", "b", "xs", "x", "children", "discussions", "meeting")}
    if dice.random() < 0.2:
        check_layout(file)
    try:
        made = compile_template(file).render(content).file
    except LayoutError as error:
        assert all(problem.message.endswith((".", "?")) for problem in error.problems)
        return False
    for name, data in parts_of(made).items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(data)
    return True


def some_value(dice: random.Random, depth: int) -> object:
    """Return some value that JSON could hold, or nearly."""
    plain: list[object] = [None, True, 0, -1, 10**40, 1.5, float("nan"), "", "<&>", "é\x00\ud800\n\t\f{{ a }}", "עברית"]
    if not depth or dice.random() < 0.5:
        return dice.choice(plain)
    values = [some_value(dice, depth - 1) for _ in range(dice.randint(0, 3))]
    names = [dice.choice(("a", "c", "items", "text", "name", "")) for _ in values]
    return values if dice.random() < 0.6 else dict(zip(names, values, strict=True))


@cache
def _layouts() -> tuple[list[bytes], list[bytes]]:
    """Return the layouts that the product ships, and some that the usual content fills."""
    row = [["{%tr for x in xs %}"], ["{{ x }}"], ["{%tr endfor %}"]]
    made = [
        a_layout("{{ a }}", header="{{ x }}", table=row),
        a_layout("Dear {{ a }}", "{% if b %}{{ b.c }}{% endif %}", table=[["{{ a }}", "{{ x }}"]]),
        a_layout("{%p for x in xs %}", ["{{ ", "x", " }} of {{ xs|join(', ') }}"], "{%p endfor %}", "{{p xs }}"),
    ]
    return [path.read_bytes() for path in SHIPPED], made


def _flipped(file: bytes, dice: random.Random) -> bytes:
    changed = bytearray(file)
    for _ in range(dice.randint(1, 5)):
        if changed:
            changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def _cut(file: bytes, dice: random.Random) -> bytes:
    start, end = sorted((dice.randrange(len(file) + 1), dice.randrange(len(file) + 1)))
    return file[:start] + file[end:] if dice.random() < 0.5 else file[:end]


def _swapped(file: bytes, dice: random.Random) -> bytes:
    parts = parts_of(file)
    first, second = dice.choice(list(parts)), dice.choice(list(parts))
    return packed(parts | {first: parts[second], second: parts[first]})


def _without_a_part(file: bytes, dice: random.Random) -> bytes:
    parts = parts_of(file)
    del parts[dice.choice(list(parts))]
    return packed(parts)


def _in_a_part(file: bytes, dice: random.Random, change: Callable[[bytes, random.Random], bytes]) -> bytes:
    parts = parts_of(file)
    name = dice.choice([*parts, *["word/document.xml"] * len(parts)])
    return packed({**parts, name: change(parts.get(name, b""), dice)})


def _with_flips_in_a_part(file: bytes, dice: random.Random) -> bytes:
    return _in_a_part(file, dice, _flipped)


def _with_moved_elements(file: bytes, dice: random.Random) -> bytes:
    def moved(data: bytes, dice: random.Random) -> bytes:
        root = etree.fromstring(data)
        elements = list(root.iter("*"))
        for _ in range(dice.randint(1, 6)):
            element, place = dice.choice(elements), dice.choice(elements)
            if element is not root and element not in (place, *place.iterancestors()):
                place.append(element)
        return etree.tostring(root)

    return _in_a_part(file, dice, moved)


def _with_soup(file: bytes, dice: random.Random) -> bytes:
    def stirred(data: bytes, dice: random.Random) -> bytes:
        root = etree.fromstring(data)
        texts = list(root.iter("{*}t", "{*}instrText"))
        for text in dice.choices(texts, k=dice.randint(1, 5)) if texts else ():
            words = text.text or ""
            at = dice.randrange(len(words) + 1)
            text.text = words[:at] + dice.choice(SOUP) + words[at:]
        return etree.tostring(root)

    return _in_a_part(file, dice, stirred)


def _with_wrapped_runs(file: bytes, dice: random.Random) -> bytes:
    """Return the file with runs put into links, controls, tracked changes, fields and notes, whole or in two halves."""

    def wrapped(data: bytes, dice: random.Random) -> bytes:
        root = etree.fromstring(data)
        runs = [run for run in root.iter(f"{W}r") if run.getparent() is not None]
        for run in dice.choices(runs, k=dice.randint(1, 5)) if runs else ():
            text, wrapper = run.find(f"{W}t"), etree.fromstring(dice.choice(_WRAPPERS))
            if text is not None and text.text and dice.random() < 0.5:
                words, at = text.text, dice.randrange(len(text.text) + 1)
                text.text = words[:at]
                run.addprevious(copy.deepcopy(run))
                text.text = words[at:]
            run.addprevious(wrapper)
            innermost = next(reversed(list(wrapper.iter())))
            innermost.append(run)
        return etree.tostring(root)

    return _in_a_part(file, dice, wrapped)


def _with_wrapped_blocks(file: bytes, dice: random.Random) -> bytes:
    """Return the file with paragraphs, tables, rows and cells put into content controls and custom XML."""

    def wrapped(data: bytes, dice: random.Random) -> bytes:
        root = etree.fromstring(data)
        blocks = list(root.iter(*(f"{W}{name}" for name in ("p", "tbl", "tr", "tc"))))
        for block in dice.choices(blocks, k=dice.randint(1, 5)) if blocks else ():
            wrapper = etree.fromstring(dice.choice(_AROUND_BLOCKS))
            block.addprevious(wrapper)
            next(reversed(list(wrapper.iter()))).append(block)
        return etree.tostring(root)

    return _in_a_part(file, dice, wrapped)


def _unless_broken(mutation: Callable[[bytes, random.Random], bytes]) -> Callable[[bytes, random.Random], bytes]:
    """Return a mutation that leaves alone a file which an earlier one broke so that nobody can open it."""

    def mutated(file: bytes, dice: random.Random) -> bytes:
        try:
            return mutation(file, dice)
        except Exception:
            return file

    return mutated


_MUTATIONS = [
    *(_flipped, _cut),
    *map(_unless_broken, (_swapped, _without_a_part, _with_flips_in_a_part)),
    *map(
        _unless_broken,
        (_with_moved_elements, _with_wrapped_runs, _with_wrapped_blocks, _with_soup, _with_soup, _with_soup),
    ),
]

if __name__ == "__main__":
    main()
