"""Storing many pages at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import router
from django.db.models import F
from django.utils import timezone
from wagtail.models import Page

STATEMENT = 250
"""Rows in one statement."""


def insert_pages(parent: Page, pages: Sequence[Any]) -> None:
    """Stores new pages of one model as the last children of `parent`, published and in the order given.

    Django's `bulk_create` refuses models of several tables, so this inserts table by table. It goes past everything
    that `save` does: nothing is projected, indexed or logged.
    """
    if not pages:
        return
    _place(parent, pages)
    tables = [model for model in reversed(type(pages[0]).__mro__) if issubclass(model, Page) and _has_table(model)]
    for start in range(0, len(pages), STATEMENT):
        part = pages[start : start + STATEMENT]
        for model in tables:
            _insert(model, part)
    Page.objects.filter(pk=parent.pk).update(numchild=F("numchild") + len(pages))


def _has_table(model: type[Page]) -> bool:
    return not model._meta.abstract and not model._meta.proxy


def _place(parent: Page, pages: Sequence[Any]) -> None:
    last = parent.get_last_child()
    step = last._get_lastpos_in_path() if last else 0
    content_type = ContentType.objects.get_for_model(type(pages[0]))
    now = timezone.now()
    for number, page in enumerate(pages, start=step + 1):
        page.depth = parent.depth + 1
        page.path = Page._get_path(parent.path, page.depth, number)
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.content_type = content_type
        page.draft_title = page.title
        page.live = True
        page.first_published_at = page.first_published_at or now
        page.last_published_at = page.first_published_at


def _insert(model: Any, pages: Sequence[Any]) -> None:
    """One table's part of the rows. The first table numbers them, the others take the number over."""
    options = model._meta
    parents = [field for field in options.parents.values() if field is not None]
    for page in pages:
        for field in parents:
            setattr(page, field.attname, page.pk)
    numbered = [] if parents else [options.pk]
    fields = [field for field in options.local_concrete_fields if field not in numbered]
    inserted = model._base_manager._insert(
        pages, fields=fields, returning_fields=numbered or None, using=router.db_for_write(model), raw=False
    )
    if numbered:
        for page, (pk,) in zip(pages, inserted, strict=True):
            page.pk = page.id = pk
