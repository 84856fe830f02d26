"""The groups people belong to, and the workflow between them.

Everything here adds what is missing and takes nothing away, so it can be run again: by a migration, by
`manage.py create_roles`, and whenever a locale or a locale's home page appears. It takes a registry of models, because
migrations have one of their own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth import get_permission_codename
from django.db.models import Model
from wagtail import hooks
from wagtail.models import DraftStateMixin, LockableMixin, TranslatableMixin, WorkflowMixin
from wagtail.snippets.models import get_snippet_models

EDITORS = "Editors"
PUBLISHERS = "Publishers"
MODERATORS = "Moderators"
MODERATION = "Moderation"

WAGTAILS_OWN_WORKFLOW = "Moderators approval"
"""What Wagtail's migrations set up; it becomes ours."""

FIRST_HOME_DEPTH = 2


@dataclass(frozen=True, slots=True)
class Role:
    """What the members of one group may do, everywhere; `TranslatorGroup` binds a group to one locale."""

    pages: frozenset[str]
    files: frozenset[str]
    """Images and documents."""
    entries: frozenset[str]
    """Snippets with drafts: public only once they are published."""
    lists: frozenset[str]
    """Snippets without drafts or locales, from which entries choose (regions, series of conferences)."""
    settings: frozenset[str]
    """Snippets with a row in each locale and no drafts: public as soon as they are saved."""


ROLES = {
    EDITORS: Role(
        pages=frozenset({"add", "change"}),
        files=frozenset({"add", "change", "choose"}),
        entries=frozenset({"add", "change", "view"}),
        lists=frozenset({"add", "change", "view"}),
        settings=frozenset({"view"}),
    ),
    PUBLISHERS: Role(
        pages=frozenset({"add", "change", "publish", "bulk_delete", "lock", "unlock"}),
        files=frozenset({"add", "change", "delete", "choose"}),
        entries=frozenset({"add", "change", "delete", "view", "publish", "lock", "unlock"}),
        lists=frozenset({"add", "change", "delete", "view"}),
        settings=frozenset({"add", "change", "delete", "view"}),
    ),
    MODERATORS: Role(
        pages=frozenset({"change", "publish", "lock", "unlock"}),
        files=frozenset({"add", "change", "choose"}),
        entries=frozenset({"change", "view", "publish", "lock", "unlock"}),
        lists=frozenset({"view"}),
        settings=frozenset({"view"}),
    ),
}

TRANSLATORS = Role(
    pages=frozenset({"change"}),
    files=frozenset({"choose"}),
    entries=frozenset({"change", "view"}),
    lists=frozenset({"view"}),
    settings=frozenset({"view"}),
)


def translators(language_code: str) -> str:
    """The name of the group that translates into a language."""
    return f"Translators ({language_code})"


def create_roles(apps: Any) -> None:
    """All groups with their permissions, and the workflow."""
    Group = apps.get_model("auth", "Group")
    Locale = apps.get_model("wagtailcore", "Locale")
    root = _root_page(apps)
    for name, role in ROLES.items():
        group, _created = Group.objects.get_or_create(name=name)
        _grant(apps, group, role)
        if root is not None:
            _grant_pages(apps, group, root, role)
    _grant_redirects(apps, Group.objects.get(name=PUBLISHERS))
    _grant_following(apps)
    grant_overseeing(apps)
    for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    for locale in Locale.objects.all():
        create_translators(apps, locale)
    create_workflow(apps)


def create_translators(apps: Any, locale: Any) -> None:
    """The group that translates into one locale: its permissions hold for that locale's rows and pages."""
    Group = apps.get_model("auth", "Group")
    TranslatorGroup = apps.get_model("translation", "TranslatorGroup")
    binding = TranslatorGroup.objects.filter(locale=locale).select_related("group").first()
    if binding is None:
        group, _created = Group.objects.get_or_create(name=translators(locale.language_code))
        TranslatorGroup.objects.create(group=group, locale=locale)
    else:
        group = binding.group
    _grant(apps, group, TRANSLATORS)
    for home in apps.get_model("wagtailcore", "Page").objects.filter(depth=FIRST_HOME_DEPTH, locale=locale):
        _grant_pages(apps, group, home, TRANSLATORS)


def grant_home(apps: Any, home: Any) -> None:
    """Gives a locale's translators the tree below its new home page."""
    TranslatorGroup = apps.get_model("translation", "TranslatorGroup")
    binding = TranslatorGroup.objects.filter(locale=home.locale_id).select_related("group").first()
    if binding is not None:
        _grant_pages(apps, binding.group, home, TRANSLATORS)


def grant_overseeing(apps: Any) -> None:
    """Lets publishers see and end everybody's translation jobs."""
    group = apps.get_model("auth", "Group").objects.filter(name=PUBLISHERS).first()
    if group is not None:
        group.permissions.add(_permission(apps, _named_content_type(apps, "translation", "job"), "view_job"))


def create_workflow(apps: Any) -> None:
    """One step of moderation, for all pages and for every snippet that can be moderated."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    GroupApprovalTask = apps.get_model("wagtailcore", "GroupApprovalTask")
    Workflow = apps.get_model("wagtailcore", "Workflow")
    WorkflowTask = apps.get_model("wagtailcore", "WorkflowTask")
    WorkflowPage = apps.get_model("wagtailcore", "WorkflowPage")
    WorkflowContentType = apps.get_model("wagtailcore", "WorkflowContentType")
    for model in (Workflow, GroupApprovalTask):
        if not model.objects.filter(name=MODERATION).exists():
            model.objects.filter(name=WAGTAILS_OWN_WORKFLOW).update(name=MODERATION)
    task_type, _created = ContentType.objects.get_or_create(app_label="wagtailcore", model="groupapprovaltask")
    task, _created = GroupApprovalTask.objects.get_or_create(name=MODERATION, defaults={"content_type": task_type})
    task.groups.add(apps.get_model("auth", "Group").objects.get(name=MODERATORS))
    workflow, _created = Workflow.objects.get_or_create(name=MODERATION)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    root = _root_page(apps)
    if root is not None:
        WorkflowPage.objects.get_or_create(page=root, defaults={"workflow": workflow})
    for model in _snippets():
        if issubclass(model, WorkflowMixin):
            WorkflowContentType.objects.get_or_create(
                content_type=_content_type(apps, model), defaults={"workflow": workflow}
            )


def _snippets() -> list[type[Model]]:
    hooks.search_for_hooks()  # where snippets are registered
    return get_snippet_models()


def _root_page(apps: Any) -> Any | None:
    return apps.get_model("wagtailcore", "Page").objects.filter(depth=1).first()


def _grant(apps: Any, group: Any, role: Role) -> None:
    permissions = [
        _permission(apps, _named_content_type(apps, "wagtailadmin", "admin"), "access_admin"),
        _permission(apps, _named_content_type(apps, "wagtail_localize", "translation"), "submit_translation"),
    ]
    for model in _snippets():
        permissions += [
            _permission(apps, _content_type(apps, model), get_permission_codename(action, model._meta))
            for action in sorted(_actions(role, model))
            if _knows(model, action)
        ]
    group.permissions.add(*permissions)
    _grant_files(apps, group, role.files)


def _actions(role: Role, model: type[Model]) -> frozenset[str]:
    if issubclass(model, DraftStateMixin):
        return role.entries
    return role.settings if issubclass(model, TranslatableMixin) else role.lists


def _knows(model: type[Model], action: str) -> bool:
    if action == "publish":
        return issubclass(model, DraftStateMixin)
    return action not in {"lock", "unlock"} or issubclass(model, LockableMixin)


def _grant_files(apps: Any, group: Any, actions: Iterable[str]) -> None:
    Collection = apps.get_model("wagtailcore", "Collection")
    GroupCollectionPermission = apps.get_model("wagtailcore", "GroupCollectionPermission")
    root = Collection.objects.filter(depth=1).first()
    if root is None:
        return
    for app_label, name in (("wagtailimages", "image"), ("wagtaildocs", "document")):
        content_type = _named_content_type(apps, app_label, name)
        for action in actions:
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=root, permission=_permission(apps, content_type, f"{action}_{name}")
            )


def _grant_pages(apps: Any, group: Any, page: Any, role: Role) -> None:
    GroupPagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    content_type = _named_content_type(apps, "wagtailcore", "page")
    for action in role.pages:
        GroupPagePermission.objects.get_or_create(
            group=group, page_id=page.pk, permission=_permission(apps, content_type, f"{action}_page")
        )


def _grant_redirects(apps: Any, group: Any) -> None:
    content_type = _named_content_type(apps, "wagtailredirects", "redirect")
    group.permissions.add(
        *(_permission(apps, content_type, f"{action}_redirect") for action in ("add", "change", "delete"))
    )


def _grant_following(apps: Any) -> None:
    """Publishers say whether translations follow their originals; who changes originals decides where it is asked."""
    Group = apps.get_model("auth", "Group")
    question = _named_content_type(apps, "translation", "followquestion")
    for name in ROLES:
        Group.objects.get(name=name).permissions.add(_permission(apps, question, "change_followquestion"))
    policy = _named_content_type(apps, "translation", "followpolicy")
    Group.objects.get(name=PUBLISHERS).permissions.add(_permission(apps, policy, "change_followpolicy"))


def _content_type(apps: Any, model: type[Model]) -> Any:
    return _named_content_type(apps, model._meta.app_label, str(model._meta.model_name))


def _named_content_type(apps: Any, app_label: str, model: str) -> Any:
    ContentType = apps.get_model("contenttypes", "ContentType")
    return ContentType.objects.get_or_create(app_label=app_label, model=model)[0]


def _permission(apps: Any, content_type: Any, codename: str) -> Any:
    """The permission, which Django itself creates only after all migrations."""
    Permission = apps.get_model("auth", "Permission")
    name = f"Can {codename.replace('_', ' ')}"
    return Permission.objects.get_or_create(content_type=content_type, codename=codename, defaults={"name": name})[0]
