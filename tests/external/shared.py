"""Where the material that others made lies, for tests that read it; it is never committed here."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared"


def shared(path: str) -> Path:
    """Return a file or folder of the shared material; the test is skipped where it is absent."""
    found = SHARED / path
    if not found.exists():
        pytest.skip(f"../shared/{path} is not here; it is made by others and not part of the project")
    return found
