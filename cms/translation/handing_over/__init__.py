"""Handing a new text of a source over to its translators, with all translations that still fit.

`carrying_over` stands around whatever writes a source's segments, so no way of doing so loses a translation.
`automatic` does it when a live source is published.
"""

from .block import carrying_over
from .report import LocaleUpdate, SourceUpdate

__all__ = ["LocaleUpdate", "SourceUpdate", "carrying_over"]
