"""Who may do what about a target's work. `user` None is the system, which may do everything."""

from __future__ import annotations

from typing import Any

from cms.translation.models import Target
from cms.translation.permissions import may, may_translate_into

from .rows import Rows, rows_of

ADMIN = "wagtailadmin.access_admin"


def is_at_work(user: Any) -> bool:
    """Whether the user can sign in to the admin."""
    return bool(user.is_active and user.has_perm(ADMIN))


def may_translate(user: Any, target: Target, rows: Rows | None = None) -> bool:
    """Whether the user can write this target's text, begun or not."""
    if user is None:
        return True
    rows = rows or rows_of(target)
    if not is_at_work(user):
        return False
    if rows.target is not None:
        return may(user, "change", rows.target)
    return rows.source is not None and may_translate_into(user, rows.source, target.locale)


def may_change_source(user: Any, target: Target, rows: Rows | None = None) -> bool:
    """Whether the user can write what the target is translated from."""
    if user is None:
        return True
    rows = rows or rows_of(target)
    return is_at_work(user) and rows.source is not None and may(user, "change", rows.source)


def may_assign(user: Any, target: Target, rows: Rows | None = None) -> bool:
    """Whether the user can say who translates a target: whoever writes its source, or publishes it."""
    if user is None:
        return True
    rows = rows or rows_of(target)
    if may_change_source(user, target, rows):
        return True
    return is_at_work(user) and rows.target is not None and may(user, "publish", rows.target)


def may_talk(user: Any, target: Target, rows: Rows | None = None) -> bool:
    """Whether the user can read and write comments: whoever can write the source or the target."""
    if user is None:
        return True
    rows = rows or rows_of(target)
    return may_change_source(user, target, rows) or may_translate(user, target, rows)
