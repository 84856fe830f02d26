"""People with a role, and the targets they work on."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Locale
from wagtail.users.models import UserProfile

from cms.core.models import User
from cms.translation.models import Target


def person(group: str = "", name: str = "", **values: Any) -> User:
    """The member of the group who has this name (that of the group by default)."""
    name = name or group
    user, _created = User.objects.get_or_create(
        username=name, defaults={"email": f"{abs(hash(name))}@example.org", **values}
    )
    if group:
        user.groups.add(Group.objects.get(name=group))
    return User.objects.get(pk=user.pk)  # without what is remembered of permissions


def target_of(row: Any, code: str, **values: Any) -> Target:
    """The target of a source in one locale, as it is, or made with these values where it is not kept yet."""
    locale = Locale.objects.get(language_code=code)
    content_type = ContentType.objects.get_for_model(row, for_concrete_model=True)
    target, _created = Target.objects.get_or_create(
        translation_key=row.translation_key,
        locale=locale,
        defaults={
            "content_type": content_type,
            "source_locale": row.locale,
            "source_pk": row.pk,
            "title": str(row),
            "sort_key": str(row).lower(),
        },
    )
    if values:
        Target.objects.filter(pk=target.pk).update(**values)
        target.refresh_from_db()
    return target


def speaking(user: User, language: str, time_zone: str = "") -> User:
    """The user with this language (and time zone) in the account settings."""
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.current_time_zone = time_zone
    profile.save()
    return user
