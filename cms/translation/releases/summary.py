"""How far the members of a release are, as people see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cms.translation.admin.addresses import edit_address
from cms.translation.models import Release, ReleaseMember

from .holding import OPEN
from .readiness import Readiness
from .work import ReleasedWork

When = ReleaseMember.When


@dataclass(frozen=True, slots=True)
class MemberSummary:
    """One line of the table."""

    member: ReleaseMember
    obstacle: str
    """What keeps it from going live now; "" when nothing does."""
    address: str
    """Where it is edited; "" where there is nothing yet."""
    live: bool

    @property
    def is_together(self) -> bool:
        """Whether the others wait for it."""
        return self.member.when == When.TOGETHER


def summaries(release: Release, work: ReleasedWork, user: Any) -> list[MemberSummary]:
    """The members of the release, the original first. Asks as if `user` published it now."""
    members = sorted(release.members.all(), key=lambda member: member.locale_id != work.original_locale_id)
    together = frozenset(member.locale_id for member in members if member.when == When.TOGETHER)
    readiness = Readiness(release=release, work=work, together=together, user=user)
    told = []
    for member in members:
        row = work.rows.get(member.locale_id)
        waits = release.status in OPEN or (release.status == Release.Status.RELEASED and member.published_at is None)
        told.append(
            MemberSummary(
                member=member,
                obstacle=readiness.obstacle(member) if waits else "",
                address=edit_address(type(row), row.pk) if row is not None else "",
                live=bool(row is not None and row.live),
            )
        )
    return told
