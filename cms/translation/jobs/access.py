"""Who may see which jobs."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from cms.translation.models import Job

OVERSEE = "translation.view_job"


def oversees(user: Any) -> bool:
    """Whether the user sees and ends the jobs of everybody."""
    return bool(user.has_perm(OVERSEE))


def jobs_of(user: Any) -> QuerySet[Job]:
    """The jobs that the user may see, and end: their own, or all."""
    return Job.objects.all() if oversees(user) else Job.objects.filter(user=user)
