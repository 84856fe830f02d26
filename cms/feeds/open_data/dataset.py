"""What a content app says of its data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from ..announcements import Announcements


@dataclass(frozen=True, kw_only=True)
class Dataset:
    """All public works of one type. Texts are translated into every language of the site."""

    type: str
    """Edition type; its list in the API, its feeds and its calendars are the dataset's distributions."""
    title: str | Promise
    description: str | Promise
    keywords: Sequence[str | Promise] = ()
    themes: Sequence[str] = ()
    """Codes of the European Union's data themes, such as `GOVE`."""


datasets: Announcements[Dataset] = Announcements()
