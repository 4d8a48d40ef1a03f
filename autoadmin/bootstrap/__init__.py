"""The fuse box: `config.toml` -> `Settings` -> `Services`. Alone reads settings and the clock."""

from autoadmin.bootstrap.services import open_office
from autoadmin.bootstrap.settings import Settings, load_settings

__all__ = ["Settings", "load_settings", "open_office"]
