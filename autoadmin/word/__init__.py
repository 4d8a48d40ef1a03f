"""The Word engine: an administrator's Word file in, documents out, fast and whatever the data.

It knows Word files and plain values, and nothing of children, meetings, the database or what a template is for.
"""

from autoadmin.word.picture import Picture
from autoadmin.word.rich import RichText, Span
from autoadmin.word.template import Rendered, Template, compile_template

__all__ = ["Picture", "Rendered", "RichText", "Span", "Template", "compile_template"]
