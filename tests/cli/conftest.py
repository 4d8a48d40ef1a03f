"""One office that the commands of this folder look at."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.offices import a_settled_file, autoadmin
from tests.workflows.office import SHEET

AT = "2026-11-26T09:00"


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office that has run once over one sheet."""
    office = tmp_path_factory.mktemp("cli") / "office"
    assert autoadmin("init", office).returncode == 0
    sheet = office / "inbox" / "sheet.md"
    sheet.write_text(SHEET, encoding="utf-8")
    a_settled_file(sheet)
    done = autoadmin("run", "--once", "--at", AT, office=office)
    assert done.returncode == 0, done.stderr
    return office
