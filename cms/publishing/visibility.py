"""Which stored objects are public: the one place that decides it."""

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
    """Whether an object may be read by everybody, and if not yet, from when on."""

    public: bool
    held_back_until: datetime | None = None
    """When an embargo ends that alone keeps the object from being public."""


HIDDEN = Visibility(public=False)
PUBLIC = Visibility(public=True)


def visibility_of(rows: Mapping[Ref, Model]) -> dict[Ref, Visibility]:
    """Whether each stored object may be read by everybody. One query for the privacy rules of all pages, and Wagtail's
    for the roots of the sites.

    Public is what is live, not an alias (an alias made for another locale is untranslated text), under no view
    restriction, reachable below a site's root, and past its embargo.
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
    if isinstance(row, Page):
        restricted = any(row.path.startswith(path) for path in private_paths)
        if row.alias_of_id is not None or restricted or row.get_url_parts() is None:
            return HIDDEN
    edition_type = registry.for_model(type(row))
    until = edition_type.held_back_until(row) if edition_type else None
    if until is not None and until > now:
        return Visibility(public=False, held_back_until=until)
    return PUBLIC


def _private_page_paths() -> list[str]:
    return list(PageViewRestriction.objects.values_list("page__path", flat=True))
