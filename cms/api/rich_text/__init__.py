"""`rich_text=`: the rich text of answers as HTML, as Markdown or as a tree."""

from .fields import RichTextFields
from .forms import RICH_TEXT, in_form

__all__ = ["RICH_TEXT", "RichTextFields", "in_form"]
