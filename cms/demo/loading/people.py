"""Sign-ins of the demo: well known, so they are never made where the demo is off."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import Group
from wagtail.models import Locale

from cms.core.models import User
from cms.translation.roles import EDITORS, MODERATORS, PUBLISHERS, translators

PASSWORD = "trilog-demo"  # noqa: S105 - printed on purpose; the demo only
PRESS_PASSWORD = "pressemappe"  # noqa: S105 - of the press kit that shows what a protected page is


@dataclass(frozen=True, slots=True)
class SignIn:
    """One account of the demo and the group it belongs to; an administrator belongs to none."""

    username: str
    group: str | None

    @property
    def email(self) -> str:
        """An address that nobody reads."""
        return f"{self.username}@example.org"


def sign_ins() -> tuple[SignIn, ...]:
    """Return the accounts: one for every role, and a translator for every locale."""
    return (
        SignIn("admin", None),
        SignIn("editor", EDITORS),
        SignIn("publisher", PUBLISHERS),
        SignIn("moderator", MODERATORS),
        *(
            SignIn(f"translator-{locale.language_code}", translators(locale.language_code))
            for locale in Locale.objects.order_by("pk")
        ),
    )


def load_people() -> int:
    """Make the accounts that are missing; those that exist keep their password. Return how many were made."""
    known = set(User.objects.values_list("username", flat=True))
    missing = [sign_in for sign_in in sign_ins() if sign_in.username not in known]
    for sign_in in missing:
        if sign_in.group is None:
            User.objects.create_superuser(sign_in.username, sign_in.email, PASSWORD)
            continue
        user = User.objects.create_user(sign_in.username, sign_in.email, PASSWORD)
        user.groups.add(Group.objects.get(name=sign_in.group))
    return len(missing)


def translator(language_code: str) -> User:
    """Return the account that translates into a language."""
    return User.objects.get(username=f"translator-{language_code}")
