"""Notes what readers looked for and did not find, so that editors can do something about it.

Only the words are kept, with the locale, a number and two moments; never what looks like somebody's address or number.
"""

from __future__ import annotations

import logging
import re
from datetime import timedelta
from typing import Final

from django.db import DatabaseError, transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from cms.publishing.patience import without_waiting

from .asking import SearchQuery
from .models import EmptySearch
from .models.empty_search import LONGEST
from .searching import Answered

logger = logging.getLogger(__name__)

SHORTEST: Final = 2
NEW_PER_DAY: Final = 500
"""Queries that were not known before; whoever makes them up by the thousand fills no table."""
KEPT: Final = timedelta(days=90)
"""After a query was last searched for."""

_PERSONAL = re.compile(
    r"\S@\S"  # an e-mail address, or a name in some network
    r"|\d(?:[\s()/.+-]*\d){5,}"  # a telephone or account number, even in groups
    r"|://|\bwww\."
)
_PROGRAM = re.compile(r"bot|crawl|spider|slurp|scrap|curl|wget|python|headless|monitor", re.IGNORECASE)


def note_if_empty(request: HttpRequest, query: SearchQuery, answered: Answered) -> None:
    """Counts the query where a reader found nothing in the whole scope. Raises nothing.

    Three small queries at most, and only then.
    """
    if answered.found.total or answered.degraded or query.chosen or query.offset or request.method != "GET":
        return
    text = worth_noting(query.text)
    if text and not _PROGRAM.search(request.headers.get("User-Agent", "")):
        try:
            with without_waiting(EmptySearch), transaction.atomic():
                _count(text, query.locale)
        except DatabaseError:
            # Readers must not fail because of it, nor wait for somebody who writes.
            logger.warning("A search without results could not be counted", exc_info=True)


def worth_noting(text: str) -> str:
    """The query as it is kept; "" for what is not to be kept."""
    normal = " ".join(text.lower().split())
    is_sane = SHORTEST <= len(normal) <= LONGEST and normal.isprintable() and any(map(str.isalpha, normal))
    return normal if is_sane and not _PERSONAL.search(normal) else ""


def _count(text: str, locale: str) -> None:
    now = timezone.now()
    if EmptySearch.objects.filter(locale=locale, query=text).update(count=F("count") + 1, last_at=now):
        return
    if EmptySearch.objects.filter(first_at__gt=now - timedelta(days=1)).count() < NEW_PER_DAY:
        row = EmptySearch(locale=locale, query=text, first_at=now, last_at=now)
        # Another reader may have been faster with the same one: it is counted from the next time on.
        EmptySearch.objects.bulk_create([row], ignore_conflicts=True)


def prune() -> int:
    """Deletes what nobody has searched for in a long time, and returns how many."""
    deleted, _by_model = EmptySearch.objects.filter(last_at__lt=timezone.now() - KEPT).delete()
    return deleted


def is_anything_old() -> bool:
    """Whether there is anything to prune."""
    return EmptySearch.objects.filter(last_at__lt=timezone.now() - KEPT).exists()
