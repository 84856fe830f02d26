"""Telling whoever acted on a source what became of its translations."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from cms.translation.models import FollowQuestion
from cms.translation.operations.follow_source import FollowReport

from .wording import what_happened, what_was_done, what_was_done_to_many

NAMED = 3
"""Works that are named in messages of their own."""

PERMISSION = "translation.change_followquestion"


def tell_reports(request: HttpRequest, reports: Iterable[FollowReport]) -> None:
    """Messages about what followed and what did not; of many works only how many."""
    reports = list(reports)
    followed = [report for report in reports if report.followed]
    if len(followed) > NAMED:
        messages.success(request, what_was_done_to_many(followed[0].happening, len(followed)))
    for report in reports:
        if report.followed and len(followed) <= NAMED:
            languages = ", ".join(follower.row.locale.get_display_name() for follower in report.followed)
            messages.success(request, what_was_done(report.happening, report.title, languages))
        for follower, reason in report.left:
            messages.warning(
                request,
                _("“%(title)s” in %(language)s stayed as it is: %(reason)s")
                % {"title": follower.title, "language": follower.row.locale.get_display_name(), "reason": reason},
            )


def tell_question(request: HttpRequest, question: FollowQuestion) -> None:
    """A message that something is left to decide, with a button that leads there."""
    works = list(question.works.all())
    happened = what_happened(question.happening, works[0].title if works else "", len(works))
    buttons = []
    if request.user.has_perm(PERMISSION):
        address = reverse("translation_follow", args=[question.pk])
        buttons.append(messages.button(address, _("Decide about the translations")))
    messages.warning(request, f"{happened} {_('Its translations stayed as they are.')}", buttons=buttons)


def title_of(question: FollowQuestion) -> str:
    """A sentence that names the question."""
    works = list(question.works.all())
    return what_happened(question.happening, works[0].title if works else "", len(works))
