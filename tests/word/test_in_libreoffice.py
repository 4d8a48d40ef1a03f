"""What comes out opens in LibreOffice, with every word in place."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from autoadmin.word import compile_template
from tests.word.layouts import a_layout

SOFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed here"),
]


def as_text(file: bytes, folder: Path) -> str:
    source = folder / "document.docx"
    source.write_bytes(file)
    subprocess.run(
        [
            str(SOFFICE), "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder), str(source),
        ],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return (folder / "document.txt").read_text(encoding="utf-8-sig")


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
