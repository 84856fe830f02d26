"""Keeping the targets up to date: what the matrix, the inbox and the listings tell of each work in each locale.

`Target` rows are derived from what Wagtail and wagtail-localize store. They are written in the transaction that changes
what they tell: operations say which works they changed, publications which works they touched, and receivers notice
what others save.
"""

from .collecting import collected, note, note_strings
from .refreshing import recount, refresh

__all__ = ["collected", "note", "note_strings", "recount", "refresh"]
