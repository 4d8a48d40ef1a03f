"""`autoadmin pictures`: a family drawn into a file, and told in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.offices import autoadmin


@pytest.mark.parametrize("picture", ["genogram", "ecomap"])
@pytest.mark.parametrize(("name", "start"), [("family.svg", b"<svg "), ("family.PNG", b"\x89PNG")])
def test_a_family_is_drawn_into_a_file_and_told_in_words(
    office: Path, tmp_path: Path, picture: str, name: str, start: bytes
) -> None:
    done = autoadmin("pictures", picture, tmp_path / name, "--family", "F-9001", office=office)
    assert done.returncode == 0, done.stderr
    assert f"{picture.title()} of the Penrose family" in done.stdout
    assert (tmp_path / name).read_bytes().startswith(start)


def test_what_is_no_picture_or_not_held_is_said_in_a_sentence(office: Path, tmp_path: Path) -> None:
    wrong = autoadmin("pictures", "genogram", tmp_path / "family.pdf", "--family", "F-9001", office=office)
    assert (wrong.returncode, "must end in .svg or .png" in wrong.stderr) == (2, True)
    stranger = autoadmin("pictures", "genogram", tmp_path / "a.svg", "--family", "F-9999", office=office)
    assert (stranger.returncode, "F-9999" in stranger.stderr) == (3, True)
    other = ("--family", "F-9001", "--child", "C-99999")
    child = autoadmin("pictures", "genogram", tmp_path / "a.svg", *other, office=office)
    assert (child.returncode, "not a child of family F-9001" in child.stderr) == (3, True)
    assert not list(tmp_path.iterdir())
