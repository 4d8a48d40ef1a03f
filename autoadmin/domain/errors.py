"""What can go wrong, sorted by who can put it right.

The class docstring is the message a person reads first; the detail says which file, line, cell or field.
Details never carry case content: they end up in logs and on screens of people who may not see the case.
"""

from __future__ import annotations


class AutoadminError(Exception):
    """Something could not be done."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail

    def __str__(self) -> str:
        lead = (type(self).__doc__ or "").strip().splitlines()[0]
        return f"{lead} {self.detail}".strip()


class IntakeError(AutoadminError):
    """This file could not be taken in."""


class TemplateError(AutoadminError):
    """This template cannot be used as it is."""


class PublishingError(AutoadminError):
    """This step is not open for the template as it stands."""


class CatalogueError(AutoadminError):
    """A file in the templates or schedules folder is not right."""


class ReviewError(AutoadminError):
    """This step is not open for the draft as it stands."""


class WrongFamilyError(ReviewError):
    """This document was held back, because it would show what is another family's or another child's."""


class UnknownIdError(AutoadminError):
    """Nothing is held under that name."""


class WrongUseError(AutoadminError):
    """This cannot be asked for in that way."""


class OperationError(AutoadminError):
    """The machine could not do this."""

    def __init__(self, detail: str = "", *, temporary: bool = False) -> None:
        super().__init__(detail)
        self.temporary = temporary
