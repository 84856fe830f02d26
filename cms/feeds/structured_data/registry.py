"""Who describes which type of work. Content apps announce it in a module `structured_data`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from cms.publishing.types import Json

from ..announcements import Announcements
from .surroundings import Surroundings

Description: TypeAlias = Callable[[Json, Surroundings], Json]
"""(document, surroundings) -> a node with `@type`. Members that are None, "" or empty are left out."""

descriptions: Announcements[Description] = Announcements()
"""By edition type. A type that nobody describes is a `WebPage`."""
