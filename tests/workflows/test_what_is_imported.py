"""Somebody who only asks what is due does not wait for what only the making of documents needs."""

from __future__ import annotations

import subprocess
import sys

SLOW = ("alembic", "requests", "docx", "lxml", "jinja2", "autoadmin.drafting.compose")
ASKED = f"""
import sys
from autoadmin.bootstrap import services
from autoadmin.workflows import list_documents, list_due
print([name for name in {SLOW} if name in sys.modules])
"""


def test_looking_at_what_is_held_imports_nothing_that_only_making_documents_needs() -> None:
    said = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "[]"
