"""What stands above and below the strings: which work this is, how far it is, whose turn it is, where else to go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.admin.utils import quote
from django.contrib.contenttypes.models import ContentType
from django.urls import NoReverseMatch, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.locks import BaseLock
from wagtail.models import LockableMixin, Page, PreviewableMixin, WorkflowMixin, WorkflowState
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.models import Translation

from cms.translation.admin.addresses import edit_address
from cms.translation.errors import LockedTranslationError
from cms.translation.models import Assignment, Target
from cms.translation.permissions import may

from .locking import lock_address
from .rows import name_of


@dataclass(frozen=True)
class Sibling:
    """Another locale of the work."""

    language: str
    url: str
    is_source: bool
    editable: bool
    """Otherwise the address is the one that readers have."""


class Head:
    """Answers for the template, each with at most a few queries and only when asked."""

    def __init__(self, translation: Translation, row: Any, user: Any) -> None:
        self.translation = translation
        self.row = row
        self.user = user
        self.source_locale = translation.source.locale
        self.target_locale = translation.target_locale

    @cached_property
    def target(self) -> Target | None:
        """What lists tell of this translation."""
        return (
            Target.objects.filter(translation_key=self.row.translation_key, locale_id=self.row.locale_id)
            .select_related("assignment__translator", "locale")
            .first()
        )

    @property
    def assignment(self) -> Assignment | None:
        """Whose turn it is."""
        return getattr(self.target, "assignment", None) if self.target is not None else None

    @property
    def assignment_name(self) -> str:
        """What the translator is called."""
        return name_of(self.assignment.translator) if self.assignment is not None else ""

    @property
    def has_workflow(self) -> bool:
        """Whether there are moderators to hand it in to."""
        return isinstance(self.row, WorkflowMixin) and self.row.has_workflow

    @cached_property
    def lock(self) -> BaseLock | None:
        """Who keeps others from changing it: a person, a moderation, a schedule."""
        return self.row.get_lock() if isinstance(self.row, LockableMixin) else None

    @cached_property
    def lock_sentence(self) -> str:
        """Why this user cannot write; "" where they can."""
        if self.lock is None or not self.lock.for_user(self.user):
            return ""
        return str(LockedTranslationError(str(self.row), self.target_locale, self.lock))

    @cached_property
    def task_state(self) -> Any:
        """The step of a running moderation."""
        state = self._workflow_state
        if state is None or state.status != WorkflowState.STATUS_IN_PROGRESS or state.current_task_state is None:
            return None
        return state.current_task_state.specific

    @cached_property
    def _workflow_state(self) -> Any:
        return self.row.current_workflow_state if isinstance(self.row, WorkflowMixin) else None

    @cached_property
    def moderation(self) -> list[tuple[str, str]]:
        """What this user may decide in the running moderation: name and label of each action."""
        if self.task_state is None:
            return []
        actions = self.task_state.task.specific.get_actions(self.row, self.user)
        return list({name: label for name, label, _modal in reversed(actions)}.items())[::-1]

    @property
    def sent_back(self) -> Any:
        """The decision of the moderator who wants changes; None where nobody does."""
        state = self._workflow_state
        if state is None or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
            return None
        return state.current_task_state

    @cached_property
    def may_publish(self) -> bool:
        """Whether the user may publish this row."""
        return may(self.user, "publish", self.row)

    @property
    def is_live(self) -> bool:
        """Whether readers see the row."""
        return bool(getattr(self.row, "live", False))

    @property
    def live_url(self) -> str:
        """Where readers find it."""
        return _public_address(self.row)

    @property
    def preview_url(self) -> str:
        """The draft as readers would see it; "" where the type has no page."""
        if not isinstance(self.row, PreviewableMixin) or not self.row.is_previewable():
            return ""
        return reverse("wagtail_localize:preview_translation", args=[self.translation.pk])

    @cached_property
    def siblings(self) -> list[Sibling]:
        """The other locales of the work that the user may change or read, the source first."""
        model: Any = ContentType.objects.get_for_id(self.translation.source.specific_content_type_id).model_class()
        rows = model._default_manager.filter(translation_key=self.row.translation_key).select_related("locale")
        if issubclass(model, Page):
            rows = rows.prefetch_workflow_states()  # asked for permissions
        found = []
        for row in rows.exclude(pk=self.row.pk).order_by("pk"):
            url = edit_address(model, row.pk) if may(self.user, "change", row) else _public_address(row)
            if url:
                language = row.locale.get_display_name()
                found.append(
                    Sibling(language, url, row.locale_id == self.source_locale.pk, may(self.user, "change", row))
                )
        return found

    @property
    def source(self) -> Sibling | None:
        """Where the source is edited, or read by those who may not change it."""
        return next((sibling for sibling in self.siblings if sibling.is_source), None)

    @cached_property
    def lock_url(self) -> str:
        """Where the user locks it, or unlocks it; "" where they may not."""
        return lock_address(self.row, self.user)

    @property
    def may_cancel(self) -> bool:
        """Whether the user may take it back from its moderators."""
        return self._workflow_state is not None and bool(self._workflow_state.user_can_cancel(self.user))

    @property
    def history_url(self) -> str:
        """All that has happened to the row."""
        if isinstance(self.row, Page):
            return reverse("wagtailadmin_pages:history", args=[self.row.pk])
        return reverse(self.row.snippet_viewset.get_url_name("history"), args=[quote(self.row.pk)])

    @property
    def changes_url(self) -> str:
        """What has changed in the source since this was translated."""
        return _address("translation_changes", self.row.translation_key, self.target_locale.language_code)

    @property
    def assign_url(self) -> str:
        """Where it is given to somebody."""
        return _address("translation_assign", self.target.pk) if self.target is not None else ""

    @property
    def update_url(self) -> str:
        """Where translators are given the source's newer text."""
        return reverse("wagtail_localize:update_translations", args=[self.translation.source_id])

    @property
    def machine(self) -> str:
        """The name of the machine that could translate this; "" without one."""
        machine = get_machine_translator()
        if machine is None or not machine.can_translate(self.source_locale, self.target_locale):
            return ""
        return str(machine.display_name)

    @property
    def state_label(self) -> str:
        """In a word, what readers get."""
        return str(self.target.get_state_display()) if self.target is not None else _("draft")

    @property
    def is_in_moderation(self) -> bool:
        """Whether a moderator's decision is waited for."""
        return self.task_state is not None

    def buttons(self) -> list[Button]:
        """What other parts offer: the hook `register_translation_editor_buttons`, of `(row, user)`."""
        offered = [hook(self.row, self.user) for hook in hooks.get_hooks("register_translation_editor_buttons")]
        buttons = [button for some in offered for button in some]
        for button in buttons:
            button.classname = "button button-secondary"
            button.icon_name = None  # an icon has no size of its own outside a menu
        return sorted(buttons)


def _public_address(row: Any) -> str:
    return (row.full_url or "") if isinstance(row, Page) and row.live else ""


def _address(name: str, *args: Any) -> str:
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
