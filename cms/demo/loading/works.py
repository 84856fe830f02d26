"""One way for all works: the source is stored and published, then each translation is typed in and published."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, TypeVar

from wagtail.models import Locale, Page

from cms.demo.loading.found import Found
from cms.demo.loading.people import translator
from cms.demo.loading.translating import hand_over, submit, translate
from cms.demo.loading.wording import Wording

T = TypeVar("T")

Builder = Callable[[T, Locale, Wording, Found], Any]
"""Makes an unsaved row of one piece of demo content in one locale."""


def load_entries(
    items: Iterable[T], build: Builder[T], found: Found, rows: dict[str, Any], name: Callable[[T], str]
) -> None:
    """Load entries of the library in all locales. Entries whose source is there already are left alone."""
    for item in items:
        row = build(item, found.source, found.wording(found.source), found)
        stored = type(row).objects.filter(translation_key=row.translation_key, locale=found.source).first()
        if stored is None:
            stored = row
            store_draft(stored)
            stored.save_revision().publish()
            translate_work(stored, found, partial(_build_in, build, item, found))
        rows[name(item)] = stored


def _build_in(build: Builder[T], item: T, found: Found, locale: Locale, say: Wording) -> Any:
    return build(item, locale, say, found)


def store_draft(row: Any, parent: Page | None = None) -> None:
    """Store a row that nobody can see yet: a library entry, or a page below its parent."""
    row.live = False
    row.has_unpublished_changes = True
    if parent is None:
        row.save()
    else:
        parent.refresh_from_db()  # its number of children
        parent.add_child(instance=row)


def translate_work(
    row: Any,
    found: Found,
    build: Callable[[Locale, Wording], Any],
    *,
    states: Mapping[str, str] | None = None,
    codes: Iterable[str] | None = None,
    public: bool = True,
) -> None:
    """Translate a stored source into the locales of ``codes`` (all others without it).

    ``build`` makes the work as an unsaved row of a locale; ``states`` names the locales that stay partial. The target is
    stored first, with the address it is going to have, and then made from the strings.
    """
    found.created.append(row)
    source = submit(row)
    for code, locale in found.locales.items():
        if locale == found.source or (codes is not None and code not in codes):
            continue
        translation = translate(source, build(locale, found.wording(locale, marked=True)), locale, translator(code))
        target = build(locale, found.wording(locale))
        store_draft(target, _parent_in(locale, row))
        hand_over(translation, public=public, partially=(states or {}).get(code) == "partial")


def _parent_in(locale: Locale, row: Any) -> Page | None:
    if not isinstance(row, Page):
        return None
    parent = row.get_parent()
    return parent if parent.is_root() else parent.get_translation(locale)
