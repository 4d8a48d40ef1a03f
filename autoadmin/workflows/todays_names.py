"""A template that still uses old names of fields, as if it used those of today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from autoadmin.domain.fields import named_as_today
from autoadmin.domain.templates import DocumentTemplate


def aliases_of(composition: str) -> Mapping[str, str]:
    """Return the paths of a composition's renamed fields by those they had before; none for one that is not known."""
    from autoadmin.drafting.fields import FIELDS, aliases  # slow to import, and many commands do without

    return aliases(FIELDS.get(composition, ()))


def in_todays_names(template: DocumentTemplate, renamed: Mapping[str, str]) -> DocumentTemplate:
    """Return the template with the names of today in its labels, in what it requires and in its sample."""
    if not renamed:
        return template
    typed = {old.replace("[]", ""): new.replace("[]", "") for old, new in renamed.items()}
    return replace(
        template,
        labels={_today(path, typed): words for path, words in template.labels.items()},
        required=tuple(_today(path, typed) for path in template.required),
        sample=named_as_today(template.sample, renamed),
    )


def _today(path: str, typed: Mapping[str, str]) -> str:
    """Return a path as `template.toml` writes it, each of its names as it is today."""
    today = ""
    for name in path.split("."):
        today = f"{today}.{name}" if today else name
        today = typed.get(today, today)
    return today
