"""The chronology for the court keeps within its pages where it is laid out, whatever its rows are like."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.events import Source
from autoadmin.domain.findings import Place
from autoadmin.drafting.compose import compose
from autoadmin.drafting.request import CompositionRequest
from tests.drafting.pellow import a_request
from tests.templates.shipped import compiled

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (shutil.which("soffice") and shutil.which("pdftotext")),
        reason="LibreOffice (soffice) or poppler (pdftotext) is not installed",
    ),
]
LONG = "Marcus visited and Tamsin was seen alone in her bedroom; the heating was off and the cupboards were bare. "
ROWS: dict[str, Callable[[int], str]] = {
    "short": lambda _: "Seen at school.",
    "two lines": lambda _: "Marcus visited at home, unannounced; Tamsin seen alone.",
    "long": lambda number: LONG * (3 + number % 3),
    "very long": lambda number: LONG * (12 + number % 7),
    "mixed": lambda number: LONG * (9 if number % 7 == 0 else 1) if number % 3 else "Seen at school.",
    "capitals": lambda _: "WAKEFIELD MAGISTRATES’ COURT: WARRANT WITHDRAWN; MMR WAS GIVEN AT WHITWORTH HEALTH CENTRE",
    "unbroken": lambda _: "https://records.example/" + "a1b2c3d4" * 14,
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, int], tuple[int, int]]:
    """Return the pages as filed and the rows left out, by kind of row and limit."""
    folder = tmp_path_factory.mktemp("court")
    left_out = {}
    for kind in ROWS:
        for most in (3, 10):
            content = compose("chronology-court", a_chronology(ROWS[kind], most)).values
            (folder / f"{kind}-{most}.docx").write_bytes(compiled("chronology-court").render(content).file)
            left_out[kind, most] = len(content["left_out"])  # type: ignore[arg-type]  # a list of rows
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(file) for file in sorted(folder.glob("*.docx"))]
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return {named: (as_filed(folder / f"{named[0]}-{named[1]}.pdf"), out) for named, out in left_out.items()}


@pytest.mark.parametrize("most", [3, 10])
@pytest.mark.parametrize("kind", ROWS)
def test_it_takes_no_more_pages_than_the_court_allows_and_wastes_few(
    pages: dict[tuple[str, int], tuple[int, int]], kind: str, most: int
) -> None:
    filed, left_out = pages[kind, most]
    assert left_out > 0
    assert most - 1 <= filed <= most


def a_chronology(words: Callable[[int], str], most: int) -> CompositionRequest:
    rows = tuple(a_row(number, words(number)) for number in range(400))
    request = a_request("chronology-court")
    return replace(request, template=replace(request.template, most_pages=most), court_chronology=rows)


def a_row(number: int, words: str) -> ChronologyRow:
    on = date(2024, 1, 1) + timedelta(days=number)
    return ChronologyRow(on, words, (Source(Place("census.xml", f"row {number}"), "", "children-in-need census", on),))


def as_filed(pdf: Path) -> int:
    """Return the pages before the one for the reviewer."""
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    return next(number for number, page in enumerate(text.split("\f")) if "For the reviewer" in page)
