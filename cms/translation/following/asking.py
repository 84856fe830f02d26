"""What the site's policy says when something happens to sources, and the question that stays where it does not say."""

from __future__ import annotations

from collections.abc import Sequence
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Model
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page, Site

from cms.translation.models import FollowedWork, FollowPolicy, FollowQuestion

from .affected import Happening, followers

if TYPE_CHECKING:
    from cms.translation.operations.follow_source import FollowReport

FIELDS = {
    Happening.MOVED: "moving",
    Happening.UNPUBLISHED: "unpublishing",
    Happening.DELETED: "deletion",
    Happening.RENAMED: "address",
}
"""Where the policy says what is done."""


def policy_for(happening: str, row: Model) -> str:
    """What the policy of a page's site says; of the default site for library entries and pages outside of all sites."""
    site = row.get_site() if isinstance(row, Page) else None
    site = site or Site.objects.filter(is_default_site=True).first()
    if site is None:
        return FollowPolicy.Choice.ASK
    choice: str = getattr(FollowPolicy.for_site(site), FIELDS[Happening(happening)])
    return choice


def answer(happening: str, works: Sequence[FollowedWork], choice: str, user: Any) -> None:
    """Something happened to these sources at the hand of `user`: follows, asks or leaves, as the policy says.

    What cannot follow although it should is asked about, so that somebody who may sees to it.
    """
    from cms.translation.operations.follow_source import FollowSource

    concerned = [work for work in works if followers(happening, work)]
    if not concerned or choice == FollowPolicy.Choice.LEAVE:
        return
    if choice == FollowPolicy.Choice.FOLLOW:
        reports = [FollowSource(user=user, happening=happening, work=work).execute() for work in concerned]
        _remember(reports)
        concerned = [work for work, report in zip(concerned, reports, strict=True) if report.left]
    if concerned:
        _ask(happening, concerned, user)


def _ask(happening: str, works: Sequence[FollowedWork], user: Any) -> None:
    request = this_request()
    question = None
    if request is not None:
        question = FollowQuestion.objects.filter(happening=happening, request=request).first()
    if question is None:
        question = FollowQuestion.objects.create(happening=happening, user=user, request=request)
    _forget_former(happening, works, question)
    for work in works:
        work.question = question
    FollowedWork.objects.bulk_create(works)


def _forget_former(happening: str, works: Sequence[FollowedWork], question: FollowQuestion) -> None:
    """The latest question about a work counts; what it stood below first is what its targets still stand below."""
    former = FollowedWork.objects.filter(
        question__happening=happening, translation_key__in=[work.translation_key for work in works]
    )
    first: dict[UUID, FollowedWork] = {}
    for asked in former.order_by("pk"):
        first.setdefault(asked.translation_key, asked)
    for work in works:
        asked_before = first.get(work.translation_key)
        if asked_before is not None:
            work.former_parent = asked_before.former_parent
            work.former_slug = asked_before.former_slug
    former.delete()
    FollowQuestion.objects.filter(works=None).exclude(pk=question.pk).delete()


_reports: ContextVar[tuple[UUID, list[FollowReport]] | None] = ContextVar("reports_of_this_request", default=None)


def _remember(reports: list[FollowReport]) -> None:
    request = this_request()
    if request is not None:
        _reports.set((request, [*reports_of_this_request(), *reports]))


def reports_of_this_request() -> list[FollowReport]:
    """What followed by itself during the running request, to be told to whoever made it."""
    remembered = _reports.get()
    return list(remembered[1]) if remembered is not None and remembered[0] == this_request() else []


def this_request() -> UUID | None:
    """Wagtail's id of the running request, if there is one."""
    request: UUID | None = get_active_log_context().uuid
    return request


def question_of_this_request(happening: str = "") -> FollowQuestion | None:
    """What was left to decide by what the running request has just done."""
    request = this_request()
    questions = FollowQuestion.objects.filter(request=request)
    if happening:
        questions = questions.filter(happening=happening)
    return questions.first() if request is not None else None
