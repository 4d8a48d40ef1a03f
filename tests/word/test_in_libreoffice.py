"""What comes out opens in LibreOffice, with every word in place."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from autoadmin.word import compile_template
from tests.word.layouts import a_layout, rendered

SOFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed here"),
]


def converted(source: Path, form: str) -> Path:
    """Return the file that LibreOffice makes of another, beside it; `form` is its ending and, if need be, a filter."""
    profile = (source.parent / "profile").as_uri()
    command = [str(SOFFICE), "--headless", f"-env:UserInstallation={profile}", "--convert-to", form, "--outdir"]
    subprocess.run([*command, str(source.parent), str(source)], check=True, capture_output=True, timeout=120)
    return source.with_suffix(f".{form.partition(':')[0]}")


def as_text(file: bytes, folder: Path) -> str:
    source = folder / "document.docx"
    source.write_bytes(file)
    return converted(source, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")


def test_hostile_text_empty_tables_and_gaps_open_in_libreoffice(tmp_path: Path) -> None:
    layout = a_layout(
        "{{ text }}",
        "{{ gap }}",
        "{{p lines }}",
        table=[["{%tr for x in xs %}"], ["{{ x }}"], ["{%tr endfor %}"]],
    )
    content: dict[str, object] = {"text": "a < b & \"c\" 'd' 🙂 שלום\tend", "gap": None, "lines": "one\ntwo", "xs": []}
    words = as_text(compile_template(layout).render(content).file, tmp_path)
    assert [line.strip() for line in words.split("\n") if line.strip()] == [
        "a < b & \"c\" 'd' 🙂 שלום\tend",
        "[not recorded: gap]",
        "one",
        "two",
    ]


def test_a_layout_that_libreoffice_wrote_is_taken(tmp_path: Path) -> None:
    layout = tmp_path / "layout.docx"
    layout.write_bytes(a_layout("Dear {{ a }}", header="{{ a }}", table=[["{{ a }}"]]))
    converted(layout, "odt")
    layout.unlink()
    assert "Dear Kelly" in rendered(converted(tmp_path / "layout.odt", "docx").read_bytes(), {"a": "Kelly"})
