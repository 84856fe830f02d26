"""Editions made by hand: what the API serves, without the pages and snippets they normally come from."""

from datetime import UTC, date, datetime
from itertools import count
from typing import Any
from uuid import UUID, uuid4

from cms.publishing.addresses import address
from cms.publishing.folding import fold, sort_key
from cms.publishing.models import Change, Edition, EditionTerm
from cms.publishing.registry import registry
from cms.publishing.terms import OF_EDITION
from cms.publishing.work_locales import say_locales

_numbers = count(1)
PUBLISHED_AT = datetime(2026, 5, 1, 8, 0, tzinfo=UTC)


def make_edition(
    type_name: str,
    *,
    locale: str = "de",
    key: UUID | None = None,
    title: str | None = None,
    kind: str = "",
    state: str = "source",
    path: str | None = None,
    earliest: date | None = None,
    latest: date | None = None,
    terms: tuple[tuple[str, str], ...] = (),
    text: str = "",
    words: dict[str, Any] | None = None,
    point: tuple[float, float] | None = None,
    changed_at: datetime = PUBLISHED_AT,
    first_published_at: datetime | None = PUBLISHED_AT,
    **content: Any,
) -> Edition:
    """An edition and the change that tells of it. `content` is added to its document and its item."""
    number = next(_numbers)
    key = key or uuid4()
    title = title or f"{type_name} {number}"
    slug = f"work-{number}"
    path = path or f"/{locale}/{type_name}/{slug}/"
    collection = registry.get(type_name).collection
    translation = {
        "locale": locale,
        "title": title,
        "slug": slug,
        "url": address(path),
        "api_url": address(f"/api/v1/{collection}/{key}/?locale={locale}"),
        "state": "current" if state == "source" else state,
    }
    envelope = {
        **{name: value for name, value in translation.items() if name != "state"},
        "key": str(key),
        "type": type_name,
        "kind": kind,
        "translations": [translation],
        "first_published_at": first_published_at.isoformat() if first_published_at else None,
        **content,
    }
    change = Change.objects.create(action="published", type=type_name, kind=kind, key=key, locale=locale, at=changed_at)
    edition = Edition.objects.create(
        type=type_name,
        kind=kind,
        key=key,
        locale=locale,
        model=f"tests.{type_name}",
        object_id=str(number),
        title=title,
        sort_title=sort_key(title),
        slug=slug,
        path=path,
        earliest=earliest,
        latest=latest or earliest,
        first_published_at=first_published_at,
        changed_at=changed_at,
        state=state,
        text=fold(f"{title}\n{text}"),
        words=words or {"names": [], "lead": "", "body": text, "about": []},
        point_lon=point[0] if point else None,
        point_lat=point[1] if point else None,
        document={**envelope, "body": []},
        item=envelope,
        summary=envelope,
        digest=f"{number:064}",
        change_id=change.pk,
    )
    EditionTerm.objects.bulk_create(
        EditionTerm(edition=edition, name=name, value=value, key=key) for name, value in terms
    )
    in_step(key)
    edition.refresh_from_db(fields=["locales"])
    return edition


def in_step(*keys: UUID) -> None:
    """Has works that were written by hand say what the projection says of the whole work in each of its editions."""
    editions = list(Edition.everything.filter(key__in=keys))
    say_locales(editions)
    for edition in editions:
        edition.save(update_fields=["locales"])
        edition.terms.update(**{column: getattr(edition, column) for column in OF_EDITION})


def restrict(edition: Edition) -> None:
    """Puts an edition under a view restriction."""
    Edition.everything.filter(pk=edition.pk).update(restricted=True)
    in_step(edition.key)


def make_article(day: str = "2026-05-09", **values: Any) -> Edition:
    """A press release of that day."""
    values.setdefault("kind", "press_release")
    return make_edition("article", earliest=date.fromisoformat(day), lead="", date=day, **values)


def make_work(*locales: str, **values: Any) -> dict[str, Edition]:
    """One article, published in these locales."""
    key = uuid4()
    titles = values.pop("titles", {})
    return {
        locale: make_article(key=key, locale=locale, title=titles.get(locale, f"{locale} {key}"), **values)
        for locale in locales
    }


def unpublish(edition: Edition, at: datetime = PUBLISHED_AT) -> None:
    """Takes an edition away, and logs it."""
    Change.objects.create(action="unpublished", type=edition.type, key=edition.key, locale=edition.locale, at=at)
    edition.delete()
    in_step(edition.key)


def rewrite(edition: Edition, *, at: datetime, **content: Any) -> None:
    """Changes what an edition says, and logs it."""
    change = Change.objects.create(action="changed", type=edition.type, key=edition.key, locale=edition.locale, at=at)
    edition.item |= content
    edition.document |= content
    edition.change_id = change.pk
    edition.changed_at = at
    edition.save(update_fields=["item", "document", "change_id", "changed_at"])
