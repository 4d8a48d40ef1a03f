"""Discussion sheets into records: Word, Markdown, plain text and JSON, in whatever way people type them.

Must not know extracts, the store or what is held: a name is matched within the sheet alone, and doubt is reported.
No word of a sheet is lost: each is in an entry, a header field, a heading or a note.
"""

from autoadmin.intake.sheets.naming import name_children
from autoadmin.intake.sheets.sheet import read_sheet
from autoadmin.intake.sheets.sheet_json import discussion_schema, write_record_json

__all__ = ["discussion_schema", "name_children", "read_sheet", "write_record_json"]
