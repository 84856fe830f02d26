"""Locking a target, so that nobody else changes it."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import quote
from django.urls import reverse
from wagtail.models import LockableMixin, Page
from wagtail.permissions import policy_registry


def lock_address(row: Any, user: Any) -> str:
    """Where the user locks the row, or, if it is locked, unlocks it (by POST); "" where they may not."""
    if not isinstance(row, LockableMixin):
        return ""
    action = "unlock" if row.locked else "lock"
    if isinstance(row, Page):
        permissions = row.permissions_for_user(user)
        allowed = permissions.can_unlock() if row.locked else permissions.can_lock()
        return reverse(f"wagtailadmin_pages:{action}", args=[row.pk]) if allowed else ""
    own = bool(row.locked) and row.locked_by_id == user.pk
    if not own and not policy_registry.get(row).user_has_permission_for_instance(user, action, row):
        return ""
    viewset: Any = getattr(row, "snippet_viewset", None)
    return reverse(viewset.get_url_name(action), args=[quote(row.pk)]) if viewset is not None else ""
