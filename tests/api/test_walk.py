"""Ten thousand works are walked by cursor while others publish, unpublish and rename."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client

from cms.publishing.folding import sort_key
from cms.publishing.models import Edition
from cms.publishing.work_locales import say_locales

from .editions import in_step

pytestmark = [pytest.mark.django_db, pytest.mark.transactions]

WORKS = 10_000
LIMIT = 100
NOW = datetime(2026, 5, 1, tzinfo=UTC)


def new_edition(number: int, *, locale: str, day: int, title: str = "") -> Edition:
    """Work `number` in one locale."""
    title = title or f"Work {number:05}"
    key = UUID(int=number)
    content: dict[str, Any] = {"key": str(key), "title": title, "type": "article", "translations": []}
    return Edition(
        type="article",
        kind="press_release",
        key=key,
        locale=locale,
        model="tests.article",
        object_id=f"{locale}-{number}",
        title=title,
        sort_title=sort_key(title),
        slug=str(number),
        earliest=date(2000, 1, 1) + timedelta(days=day),
        latest=date(2000, 1, 1) + timedelta(days=day),
        first_published_at=NOW,
        changed_at=NOW,
        state="source",
        document=content,
        item=content,
        summary=content,
        digest=str(number),
    )


@pytest.mark.parametrize("order", ["-date,title", "title"])
def test_no_work_that_stays_is_missed_or_told_twice(client: Client, order: str) -> None:
    random = Random(4)
    numbers = list(range(1, WORKS + 1))
    editions = [
        new_edition(number, locale=locale, day=number % 1000)
        for number in numbers
        for locale in (("de",) if number % 5 else ("en",) if number % 2 else ("de", "en"))
    ]
    say_locales(editions)
    Edition.objects.bulk_create(editions, batch_size=500)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as databases do by themselves where rows stay longer than a test
    stay = set(random.sample(numbers, WORKS * 9 // 10))
    leave = [number for number in numbers if number not in stay]
    random.shuffle(leave)
    added = iter(range(WORKS + 1, 2 * WORKS))

    seen: list[int] = []
    address = f"/api/v1/articles/?locale=en&fallback=de&cursor=&limit={LIMIT}&fields=key&order={order}"
    while address:
        answer = client.get(address).json()
        seen += [UUID(row["key"]).int for row in answer["results"]]
        following = urlsplit(answer["next"] or "")
        address = f"{following.path}?{following.query}" if following.path else ""
        # Meanwhile: works are unpublished, published, renamed, and published in a better locale.
        Edition.objects.filter(key__in=[UUID(int=leave.pop()) for _ in range(3) if leave]).delete()
        if leave:
            title = f"Renamed {len(seen)}"
            Edition.objects.filter(key=UUID(int=leave.pop())).update(title=title, sort_title=sort_key(title))
        number = next(added)
        better = random.choice(sorted(stay))
        new = [new_edition(number, locale="de", day=number % 1000)]
        if not Edition.objects.filter(key=UUID(int=better), locale="en").exists():
            new.append(new_edition(better, locale="en", day=better % 1000))
        Edition.objects.bulk_create(new)
        in_step(*(edition.key for edition in new))

    told = [number for number in seen if number in stay]
    assert len(told) == len(set(told)) == len(stay)
    assert set(told) == stay
    assert len(seen) > len(stay)
