"""Measure the Word engine against docxtpl and against the floor: `python -m tests.benchmarks.bench_word`.

The floor is what no engine built on Jinja can go below: plain Jinja over the compiled text of the parts that change,
and deflating them.
"""

from __future__ import annotations

import io
import time
import zlib
from collections.abc import Callable, Mapping
from statistics import median

from docxtpl import DocxTemplate
from jinja2 import Environment

from autoadmin.word import Template, compile_template
from autoadmin.word.archive import LEVEL
from autoadmin.word.reading import read_parts
from autoadmin.word.source import BLOCK, COMMENT, PRINT
from tests.benchmarks.minutes import minutes

_SECONDS = 3.0


def main() -> None:
    """Print what each way takes for one document, and how they compare."""
    layout, content, what = minutes()
    template = compile_template(layout)
    ours = template.render(content).file
    theirs = with_docxtpl(DocxTemplate(io.BytesIO(layout)), content)
    is_same = read_parts(ours) == read_parts(theirs)
    print(f"{what}: {len(ours):,} bytes, {len(read_parts(ours)['main text'].split()):,} words in the main text")
    print(f"The visible words are {'the same' if is_same else 'NOT the same'} as docxtpl's.")
    reused = DocxTemplate(io.BytesIO(layout))
    measured = {
        "ours, template kept": measure(lambda: template.render(content)),
        "docxtpl, fresh": measure(lambda: with_docxtpl(DocxTemplate(io.BytesIO(layout)), content)),
        "docxtpl, reused": measure(lambda: with_docxtpl(reused, content)),
        "floor": measure(floor(template, content)),
        "ours, compiling": measure(lambda: compile_template(layout)),
    }
    for name, seconds in measured.items():
        print(f"{name:22} {seconds * 1000:9.3f} ms")
    kept = measured["ours, template kept"]
    for name in ("docxtpl, fresh", "docxtpl, reused"):
        print(f"{name}: {measured[name] / kept:.0f} times ours")
    print(f"ours: {kept / measured['floor']:.2f} times the floor")


def with_docxtpl(template: DocxTemplate, content: Mapping[str, object]) -> bytes:
    """Return the document that docxtpl makes; it reads its file again for each."""
    template.render(dict(content), autoescape=True)
    file = io.BytesIO()
    template.save(file)
    return file.getvalue()


def floor(template: Template, content: Mapping[str, object]) -> Callable[[], object]:
    """Return what plain Jinja and zlib alone take for the parts that change."""
    jinja = Environment(*BLOCK, *PRINT, *COMMENT, autoescape=True, keep_trailing_newline=True)
    jinja.filters["lines"] = lambda value: [value]
    parts = [jinja.from_string(layout.source.text) for layout in template.layouts]

    def run() -> None:
        for part in parts:
            packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
            packer.compress(part.render(content).encode())
            packer.flush()

    return run


def measure(work: Callable[[], object]) -> float:
    """Return the median seconds of one call."""
    work()
    times, end = [], time.perf_counter() + _SECONDS
    while time.perf_counter() < end:
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return median(times)


if __name__ == "__main__":
    main()
