"""A newsroom with a few towns, and what jobs are ordered from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django_tasks_db.models import DBTaskResult
from wagtail.models import Locale
from wagtail_localize.models import Translation

from cms.core.models import User
from cms.translation.jobs.options import JobOptions
from cms.translation.jobs.ordering import order
from cms.translation.jobs.selections import ChosenWorks
from cms.translation.models import Job
from cms.translation.operations.submit import SubmitForTranslation
from partnerships.models import Municipality

from ..conftest import translate

NAMES = {"Essen": "Эссен", "Fulda": "Фульда", "Suhl": "Зуль"}
INTROS = {"<p>Text.</p>": "Текст."}


@pytest.fixture(autouse=True)
def _no_task_waits(db: None) -> None:
    """What fixtures publish wakes the worker, too."""
    DBTaskResult.objects.all().delete()


@pytest.fixture
def towns(locales: dict[str, Locale]) -> list[Municipality]:
    """Three published towns."""
    return [published(name, locales) for name in NAMES]


def published(name: str, locales: dict[str, Locale]) -> Municipality:
    town = Municipality(name=name, country="DE", locale=locales["de"])
    town.save()
    town.save_revision().publish()
    return Municipality.objects.get(pk=town.pk)


@pytest.fixture
def member() -> Callable[[str], User]:
    """A member of the named group."""

    def member(group: str, name: str = "") -> User:
        user = User.objects.create_user(name or group, f"{name or len(group)}@example.org", "secret")
        user.groups.add(Group.objects.get(name=group))
        return user

    return member


@pytest.fixture
def submitted(towns: list[Municipality], locales: dict[str, Locale]) -> list[Municipality]:
    """The towns, given to the Russian translators."""
    for town in towns:
        SubmitForTranslation(source=town, locales=[locales["ru"]]).execute()
    return towns


@pytest.fixture
def translated(submitted: list[Municipality]) -> list[Municipality]:
    """The towns, completely translated into Russian, in drafts."""
    for translation in Translation.objects.select_related("source", "target_locale"):
        translate(translation, NAMES)
    return submitted


@pytest.fixture
def ordered(locales: dict[str, Locale]) -> Callable[..., Job]:
    """Orders a job for rows, into Russian."""

    def ordered(kind: Job.Kind, rows: list[Any], user: User | None, **options: Any) -> Job:
        chosen = JobOptions(**{"locales": (locales["ru"].pk,), **options})
        return order(kind, ChosenWorks.of_rows(rows), chosen, user)

    return ordered


@pytest.fixture
def browse() -> Callable[[User], Client]:
    """A browser in which the user is signed in, and which shows English."""

    def browse(user: User) -> Client:
        browser = Client(headers={"accept-language": "en"})
        browser.force_login(user)
        return browser

    return browse


@pytest.fixture
def asked(locales: dict[str, Locale]) -> dict[str, Any]:
    """The form, filled in: submit into Russian."""
    return {"kind": "submit", "locales": [locales["ru"].pk], "text": "published"}
