"""Who may do what to which locale.

Wagtail's page permissions follow the tree, where each locale has a branch. Permissions for snippets know no locales;
the policy here adds them, and `views_ask_for_the_object` makes Wagtail's views ask about the row, not the model.
"""

from collections.abc import Collection, Iterable
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import F, IntegerField, Model, QuerySet, Value
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.models import Page, TranslatableMixin, get_translatable_models
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import policy_registry, register_permission_policy

SUBMIT = "wagtail_localize.submit_translation"
"""The permission to give works to translators."""

EVERY_LOCALE = None
"""Stands for all locales where a set of locale ids could stand."""

UNBOUND_ACTIONS = frozenset({"view"})
"""What may be done to rows of every locale, because translators must read what they translate."""

_CACHE = "_locales_by_permission"


def locales_of_permissions(user: Any) -> dict[str, set[int] | None]:
    """The locales (ids) in which each of the user's model permissions holds; cached on the user object."""
    cached: dict[str, set[int] | None] | None = getattr(user, _CACHE, None)
    if cached is not None:
        return cached
    locales: dict[str, set[int] | None] = {}
    everywhere = Value(None, output_field=IntegerField())
    by_group = Permission.objects.filter(group__user=user).order_by()
    in_person = Permission.objects.filter(user=user).order_by()
    granted: Iterable[tuple[str, str, int | None]] = by_group.values_list(
        "content_type__app_label", "codename", F("group__translator_group__locale_id")
    ).union(in_person.values_list("content_type__app_label", "codename", everywhere))
    for app_label, codename, locale_id in granted:
        name = f"{app_label}.{codename}"
        known = locales.setdefault(name, set())
        if locale_id is None:
            locales[name] = EVERY_LOCALE
        elif known is not EVERY_LOCALE:
            known.add(locale_id)
    setattr(user, _CACHE, locales)
    return locales


class LocalePermissionPolicy(ModelPermissionPolicy):
    """Model permissions that hold only for rows of the locales their groups are bound to (`TranslatorGroup`)."""

    def locales(self, user: Any, action: str) -> set[int] | None:
        """The ids of the locales in which the user may do this, or EVERY_LOCALE."""
        if not self.user_has_permission(user, action):
            return set()
        if user.is_superuser or action in UNBOUND_ACTIONS:
            return EVERY_LOCALE
        return locales_of_permissions(user).get(self._get_permission_name(action), EVERY_LOCALE)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Model) -> bool:
        allowed = self.locales(user, action)
        return allowed is EVERY_LOCALE or getattr(instance, "locale_id", None) in allowed

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Model) -> bool:
        return any(self.user_has_permission_for_instance(user, action, instance) for action in actions)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Any]:
        locales: set[int] = set()
        for action in actions:
            allowed = self.locales(user, action)
            if allowed is EVERY_LOCALE:
                return self.model._default_manager.all()
            locales |= allowed
        return self.model._default_manager.filter(locale__in=locales)

    def users_with_any_permission_for_instance(self, actions: Collection[str], instance: Model) -> QuerySet[Any]:
        users = self.users_with_any_permission(actions)
        return users.filter(
            pk__in=[user.pk for user in users if self.user_has_any_permission_for_instance(user, actions, instance)]
        )


def may(user: Any, action: str, row: Model) -> bool:
    """Whether the user may "change" or "publish" this row, page or snippet, regardless of locks."""
    if isinstance(row, Page):
        permissions = row.permissions_for_user(user)
        return permissions.can_publish() if action == "publish" else permissions.can_edit()
    return policy_registry.get(row).user_has_permission_for_instance(user, action, row)


def may_translate_into(user: Any, row: Any, locale: Any) -> bool:
    """Whether the user may create a target of `row` in the locale."""
    if not isinstance(row, Page):
        policy = policy_registry.get(row)
        allowed = policy.locales(user, "change") if isinstance(policy, LocalePermissionPolicy) else EVERY_LOCALE
        return allowed is EVERY_LOCALE or locale.pk in allowed
    branches = Page.objects.filter(
        locale=locale, translation_key__in=row.get_ancestors().values("translation_key"), depth__gt=1
    )
    parent = branches.order_by("-depth").first() or row.get_root()
    permissions = parent.permissions_for_user(user)
    return permissions.can_edit() or permissions.can_add_subpage()


def register_policies() -> None:
    """Puts the policy in charge of all translatable models except pages; called once, when Django starts."""
    for model in get_translatable_models(include_subclasses=True):
        if not issubclass(model, Page):
            register_permission_policy(model, LocalePermissionPolicy(model), exact_class=True)
    PermissionCheckedMixin.user_has_permission = views_ask_for_the_object


_user_has_permission = PermissionCheckedMixin.user_has_permission


def views_ask_for_the_object(self: PermissionCheckedMixin, permission: str) -> bool:
    """Replaces `PermissionCheckedMixin.user_has_permission`, which asks about the model even where there is a row."""
    row = getattr(self, "object", None)
    if isinstance(row, TranslatableMixin) and row.pk and permission != "add":
        return bool(self.user_has_permission_for_instance(permission, row))
    return bool(_user_has_permission(self, permission))
