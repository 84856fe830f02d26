"""What a job would concern, and what would keep it from some of it, found without touching any work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from wagtail.models import LockableMixin, Page, get_page_models
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry

from cms.translation.models import Job, Release, ReleaseMember, Target
from cms.translation.permissions import EVERY_LOCALE, LocalePermissionPolicy

from .kinds import KINDS
from .options import JobOptions
from .selections import Selection, library_models

NAMED = 5
"""Titles shown of what is not touched."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why some of the selected works would be left as they are."""

    reason: str
    count: int
    """Works, each locale counted."""
    titles: tuple[str, ...]
    """Some of them."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What would happen now. The job asks again for each work when its turn comes."""

    works: int
    items: int
    per_locale: bool
    obstacles: tuple[Obstacle, ...]


def forecast(kind: Job.Kind, selection: Selection, options: JobOptions, user: Any) -> Forecast:
    """Counts what the job would concern. The number of queries does not depend on the number of works."""
    job_kind = KINDS[kind]
    selected = selection.targets(user)
    if options.locales:
        selected = selected.filter(locale__in=options.locales)
    concerned = job_kind.concerned(selected, options)
    found = _obstacles(kind, selected, concerned, options, user)
    works = concerned.values("translation_key").distinct().count()
    return Forecast(
        works=works,
        items=concerned.count() if job_kind.per_locale else works,
        per_locale=job_kind.per_locale,
        obstacles=tuple(obstacle for obstacle in found if obstacle.count),
    )


def _obstacles(
    kind: Job.Kind, selected: QuerySet[Target], concerned: QuerySet[Target], options: JobOptions, user: Any
) -> Iterator[Obstacle]:
    if kind in (Job.Kind.PUBLISH, Job.Kind.UPDATE):
        by_hand = selected.filter(by_strings=False)
        yield _obstacle(_("not submitted for translation, or written by hand"), by_hand)
    if user is not None and not user.is_superuser and kind != Job.Kind.UPDATE:
        yield _obstacle(_("not permitted"), concerned.exclude(_permitted(kind, user)))
    if kind == Job.Kind.PUBLISH:
        if not options.partially:
            yield _obstacle(_("not completely translated"), concerned.filter(words_left__gt=0))
        yield _obstacle(_("in moderation"), concerned.filter(in_moderation=True))
        yield _obstacle(_("locked"), concerned.filter(_locked()))
        yield _obstacle(_("to be published together with other languages"), concerned.filter(_held()))


def _permitted(kind: Job.Kind, user: Any) -> Q:
    if kind == Job.Kind.ASSIGN:
        return _may(user, "change", "source_pk", "source_locale") | _may(user, "publish", "row_pk", "locale")
    if kind == Job.Kind.PUBLISH:
        return _may(user, "publish", "row_pk", "locale")
    return _may_submit(user)


def _obstacle(reason: str, targets: QuerySet[Target]) -> Obstacle:
    count = targets.count()
    titles = targets.order_by("sort_key", "translation_key").values_list("title", flat=True)[:NAMED] if count else ()
    return Obstacle(reason, count, tuple(dict.fromkeys(titles)))


def _page_types() -> list[int]:
    models = ContentType.objects.get_for_models(*get_page_models(), for_concrete_models=True)
    return [content_type.pk for content_type in models.values()]


def _type(model: type[Model]) -> ContentType:
    return ContentType.objects.get_for_model(model, for_concrete_model=True)


def _may(user: Any, action: str, row: str, locale: str) -> Q:
    """Targets of whose row (`row` and `locale` name the columns) the user may do this, locks apart."""
    pages = PagePermissionPolicy().instances_user_has_any_permission_for(user, {action})
    allowed = Q(content_type__in=_page_types(), **{f"{row}__in": pages.values("pk")})
    for model in library_models():
        locales = _locales(user, action, model)
        if locales is EVERY_LOCALE:
            allowed |= Q(content_type=_type(model))
        elif locales:
            allowed |= Q(content_type=_type(model), **{f"{locale}__in": locales})
    return allowed


def _may_submit(user: Any) -> Q:
    """Targets that the user may create or change: entries by their locale, pages by their locale's trees."""
    pages = PagePermissionPolicy().instances_user_has_any_permission_for(user, {"add", "change"})
    allowed = Q(content_type__in=_page_types(), locale__in=pages.filter(depth__gt=1).values("locale"))
    for model in library_models():
        locales = _locales(user, "change", model)
        if locales is EVERY_LOCALE:
            allowed |= Q(content_type=_type(model))
        elif locales:
            allowed |= Q(content_type=_type(model), locale__in=locales)
    return allowed


def _locales(user: Any, action: str, model: type[Model]) -> set[int] | None:
    policy = policy_registry.get_by_type(model)
    if isinstance(policy, LocalePermissionPolicy):
        return policy.locales(user, action)
    return EVERY_LOCALE if policy.user_has_permission(user, action) else set()


def _locked() -> Q:
    locked = Q(content_type__in=_page_types(), row_pk__in=Page.objects.filter(locked=True).values("pk"))
    for model in library_models():
        if issubclass(model, LockableMixin):
            rows = model._default_manager.filter(locked=True)
            locked |= Q(content_type=_type(model), row_pk__in=rows.values("pk"))
    return locked


def _held() -> Exists:
    members = ReleaseMember.objects.filter(
        release__translation_key=OuterRef("translation_key"),
        release__status__in=(Release.Status.WAITING, Release.Status.REFUSED),
        locale=OuterRef("locale"),
        published_at=None,
    )
    return Exists(members)
