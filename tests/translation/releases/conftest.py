"""A work whose languages are to go live together."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import Translation

from cms.core.models import User
from cms.publishing.models import Edition
from cms.translation.models import Release
from cms.translation.operations.plan_release import PlanRelease
from tests.translation.conftest import RUSSIAN, translate
from tests.translation.publishing.conftest import Member, Submit, member, work

__all__ = ["member", "work"]

ENGLISH = {
    "Vierzig Jahre Freundschaft": "Forty years of friendship",
    "Zwei Städte feiern.": "Two towns celebrate.",
    "Erster Absatz.": "First paragraph.",
    "Zweiter Absatz.": "Second paragraph.",
    "Köln": "Cologne",
    "Stadt am Rhein.": "A city on the Rhine.",
}
TEXTS = {"en": ENGLISH, "ru": RUSSIAN}

Plan = Callable[..., Release]


def public(work: Any) -> set[str]:
    """The languages in which readers get the work."""
    return set(Edition.objects.filter(key=work.translation_key).values_list("locale", flat=True))


def due(release: Release) -> None:
    """The time of the release has come."""
    Release.objects.filter(pk=release.pk).update(go_live_at=timezone.now() - timedelta(seconds=1))


@pytest.fixture
def translations(work: Any, submit: Submit) -> dict[str, Translation]:
    """The work in two languages, both complete and not published."""
    translations = {code: submit(work, code) for code in ("en", "ru")}
    for code, translation in translations.items():
        translate(translation, TEXTS[code])
    return translations


@pytest.fixture
def plan(work: Any, locales: dict[str, Locale], member: Member) -> Plan:
    """Plans a release of the work, by a publisher."""

    def plan(
        together: Sequence[str], when_ready: Sequence[str] = (), *, hours: int | None = None, user: User | None = None
    ) -> Release:
        return PlanRelease(
            user=user or member("Publishers"),
            source=work,
            together=[locales[code] for code in together],
            when_ready=[locales[code] for code in when_ready],
            go_live_at=None if hours is None else timezone.now() + timedelta(hours=hours),
        ).execute()

    return plan
