"""Settings are read whole or refused with every mistake named."""

from pathlib import Path

import pytest

from autoadmin.bootstrap import Settings, load_settings, open_office
from autoadmin.domain.errors import OperationError

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"


def a_file(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_example_says_every_setting_at_its_default(tmp_path: Path) -> None:
    example = load_settings(a_file(tmp_path, EXAMPLE.read_text(encoding="utf-8")))
    assert example == load_settings(a_file(tmp_path, ""))
    text = EXAMPLE.read_text(encoding="utf-8")
    for name, field in Settings.model_fields.items():
        assert f"[{name}]" in text or f"[[{name}]]" in text
        for setting in getattr(field.annotation, "model_fields", {}):
            assert f"\n{setting} = " in text


def test_paths_are_read_from_the_folder_of_the_settings(tmp_path: Path) -> None:
    settings = load_settings(a_file(tmp_path, '[paths]\ninbox = "in"\noutbox = "/elsewhere/out"\n'))
    assert settings.paths.inbox == tmp_path / "in"
    assert settings.paths.outbox == Path("/elsewhere/out")


def test_every_mistake_is_named_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(OperationError) as refused:
        load_settings(a_file(tmp_path, '[inbox]\nsettle_seconds = "soon"\n[councl]\nname = "X"\n'))
    assert "inbox.settle_seconds" in str(refused.value)
    assert "councl" in str(refused.value)


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(OperationError, match="autoadmin init"):
        load_settings(tmp_path / "config.toml")


def test_a_file_that_is_not_toml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OperationError, match="not valid TOML"):
        load_settings(a_file(tmp_path, "inbox = ["))


def test_a_councils_spelling_of_no_official_answer_is_refused_with_those_there_are(tmp_path: Path) -> None:
    settings = load_settings(a_file(tmp_path, '[spellings.source]\n"OTSS" = "LA people"\n'))
    with pytest.raises(OperationError, match=r"\[spellings.source\] \"LA people\" is no official answer"):
        open_office(settings)
    right = load_settings(a_file(tmp_path, '[spellings.source]\n"OTSS" = "f) LA services"\n'))
    assert open_office(right).spellings == {"source": {"otss": "f) LA services"}}
