"""Files into records: discussion sheets and case-system extracts. Knows no database, no clock and no other room."""

from autoadmin.intake.extracts import is_return_folder, looks_like_extract
from autoadmin.intake.packing import pack_bundle
from autoadmin.intake.reading import checked_spellings, read_file
from autoadmin.intake.sheets import discussion_schema, name_children, read_sheet

__all__ = [
    "checked_spellings",
    "discussion_schema",
    "is_return_folder",
    "looks_like_extract",
    "name_children",
    "pack_bundle",
    "read_file",
    "read_sheet",
]
