"""Who wants to know of what happens to a target. Ids of users; some may be None, or gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.permissions import policy_registry

from cms.translation.models import Assignment, Comment, Submission, Target

from .rows import rows_of


def translators_of(targets: Collection[Target]) -> dict[int, set[int]]:
    """By the target's id: who it is assigned to; where nobody is, the members of the locale's group. Two queries."""
    assigned = dict(Assignment.objects.filter(target__in=targets).values_list("target_id", "translator_id"))
    free = {target.locale_id for target in targets if target.pk not in assigned}
    members: defaultdict[int, set[int]] = defaultdict(set)
    users = get_user_model()._default_manager.filter(groups__translator_group__locale__in=free)
    for pk, locale_id in users.values_list("pk", "groups__translator_group__locale_id") if free else ():
        members[locale_id].add(pk)
    return {
        target.pk: {assigned[target.pk]} if target.pk in assigned else set(members[target.locale_id])
        for target in targets
    }


def responsible_for(target: Target) -> set[int | None]:
    """Who translates it, who asked for that, who submitted the source, and who handed the translation in."""
    people: set[int | None] = {submitter_of(target)}
    for pair in Assignment.objects.filter(target=target).values_list("translator_id", "assigned_by_id"):
        people.update(pair)
    row = rows_of(target).target
    if row is not None:
        people.add(
            WorkflowState.objects.for_instance(row)
            .order_by("-created_at")
            .values_list("requested_by_id", flat=True)
            .first()
        )
    return people


def submitter_of(target: Target) -> int | None:
    """Who last gave the source to translators."""
    submissions = Submission.objects.filter(source__object_id=target.translation_key)
    return submissions.values_list("user_id", flat=True).first()


def talking_about(comment: Comment) -> set[int | None]:
    """Who takes part in the thread, who translates the target, who asked for that, and who answers for the source."""
    target = comment.target
    opener = comment.thread_id or comment.pk
    thread = Comment.objects.filter(Q(pk=opener) | Q(thread=opener))
    people: set[int | None] = set(thread.values_list("author_id", flat=True))
    for pair in Assignment.objects.filter(target=target).values_list("translator_id", "assigned_by_id"):
        people.update(pair)
    people.add(_owner(target, besides=comment.author_id))
    return people


def _owner(target: Target, *, besides: int | None) -> int | None:
    """The page's owner; else who submitted the source, else who last wrote it; the first who is not asking."""
    source = rows_of(target).source
    revision = getattr(source, "latest_revision", None)
    candidates = (
        getattr(source, "owner_id", None),
        submitter_of(target),
        revision.user_id if revision is not None else None,
    )
    return next((pk for pk in candidates if pk is not None and pk != besides), None)


def publishers_of(row: Any) -> set[int]:
    """Who may publish the row: people of the desk; superusers only where there is nobody else."""
    users = list(_policy(row).users_with_permission_for_instance("publish", row))
    desk = {user.pk for user in users if not user.is_superuser}
    return _wanting_submissions(desk or {user.pk for user in users})


def moderators_of(task_state: TaskState, row: Any) -> set[int]:
    """The groups of the workflow's step; who may publish where the step has none."""
    task = task_state.task.specific
    if not hasattr(task, "groups"):
        return publishers_of(row)
    members = get_user_model()._default_manager.filter(groups__in=task.groups.all(), is_active=True)
    pks = set(members.values_list("pk", flat=True))
    return _wanting_submissions(pks) if pks else publishers_of(row)


def _policy(row: Any) -> Any:
    return policy_registry.get_by_type(Page) if isinstance(row, Page) else policy_registry.get(row)


def _wanting_submissions(pks: Iterable[int]) -> set[int]:
    """Without those who told Wagtail, in their account, that they want no e-mails of what is submitted."""
    users = get_user_model()._default_manager.filter(pk__in=pks)
    return set(users.exclude(wagtail_userprofile__submitted_notifications=False).values_list("pk", flat=True))
