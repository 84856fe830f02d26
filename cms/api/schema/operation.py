"""What an endpoint tells the schema about itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..formats import Format


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One endpoint's GET."""

    id: str
    summary: str
    tag: str
    description: str = ""
    name: str
    """Of the component that holds a row, or the answer itself."""
    shape: Any
    """A TypedDict, or a union of some."""
    is_list: bool = False
    """Whether the answer is a page of such rows."""
    formats: Sequence[Format] = ()
    """What it can be had as besides JSON."""
    localized: bool = True
    """Whether the answer's language is told in its headers."""
    cached: bool = True
    """Whether the answer may be kept, and asked for again with conditions (304, 412)."""
    missing: bool = False
    """Whether there may be nothing at the address (404)."""
    gone: bool = False
    """Whether what was asked to be continued may no longer be there (410)."""
