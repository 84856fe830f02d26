"""Who may read a stored object: the one place that decides it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from .registry import registry
from .types import Ref


@dataclass(frozen=True, slots=True)
class Visibility:
    """Who may read an object, and if nobody yet, from when on. What is neither public nor restricted is hidden."""

    public: bool = False
    """By everybody."""
    restricted: bool = False
    """By those whom a view restriction lets in, and by keys to restricted content."""
    held_back_until: datetime | None = None
    """When an embargo ends that alone keeps the object hidden."""

    @property
    def readable(self) -> bool:
        """Whether anybody may read it."""
        return self.public or self.restricted


HIDDEN = Visibility()
PUBLIC = Visibility(public=True)
RESTRICTED = Visibility(restricted=True)


def visibility_of(rows: Mapping[Ref, Model]) -> dict[Ref, Visibility]:
    """Who may read each stored object. One query for the privacy rules of all pages, and Wagtail's for the roots of
    the sites.

    Readable is what is live, not an alias (an alias made for another locale is untranslated text), reachable below a
    site's root, and past its embargo. It is public unless it is under a view restriction, its own or one of a page
    above it.
    """
    private_paths: list[str] = []
    if any(isinstance(row, Page) for row in rows.values()):
        private_paths = _private_page_paths()
        # Wagtail caches them for an hour, each process its own; another one may have changed a site since.
        Site.clear_site_root_paths_cache()
    now = timezone.now()
    return {ref: _visibility(row, private_paths, now) for ref, row in rows.items()}


def _visibility(row: Any, private_paths: list[str], now: datetime) -> Visibility:
    if not getattr(row, "live", True):
        return HIDDEN
    if isinstance(row, Page) and (row.alias_of_id is not None or row.get_url_parts() is None):
        return HIDDEN
    edition_type = registry.for_model(type(row))
    until = edition_type.held_back_until(row) if edition_type else None
    if until is not None and until > now:
        return Visibility(held_back_until=until)
    if isinstance(row, Page) and any(row.path.startswith(path) for path in private_paths):
        return RESTRICTED
    return PUBLIC


def _private_page_paths() -> list[str]:
    return list(PageViewRestriction.objects.values_list("page__path", flat=True))
