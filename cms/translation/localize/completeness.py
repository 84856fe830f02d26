"""No mixed language: a target with untranslated text is not published unless somebody says so."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models import Model
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.models import TranslatableMixin
from wagtail_localize.models import Translation

from cms.publishing.projection import publication
from cms.translation.basis import translation_of
from cms.translation.errors import IncompleteTranslationError
from cms.translation.texts import strings_of, untranslated

_partially: ContextVar[bool] = ContextVar("publishing_partially", default=False)

_execute = PublishRevisionAction.execute


@contextmanager
def publishing_partially() -> Iterator[None]:
    """Within, gaps are allowed below the level of a work's own fields (in the body, in its rows)."""
    token = _partially.set(True)
    try:
        yield
    finally:
        _partially.reset(token)


def refuse_gaps(translation: Translation, target: Model) -> None:
    """Raises IncompleteTranslationError when `target` shows text of its source.

    When publishing partially, only the work's own fields must be complete: lists and links show them.
    """
    shown = strings_of(target)
    if _partially.get():
        shown = {path: strings for path, strings in shown.items() if "." not in path}
    missing = untranslated(translation.source, translation.target_locale_id, shown)
    if missing:
        raise IncompleteTranslationError(str(target), translation.target_locale, missing)


def execute(self: PublishRevisionAction, skip_permission_checks: bool = False) -> Any:
    """Replaces `PublishRevisionAction.execute`, through which every publish goes: editor, workflow, bulk, schedule.

    What was scheduled has passed this check before; it goes live whatever happened to the strings since. Editions are
    built once at the end, when it is known what was translated from what.
    """
    target = self.object
    if isinstance(target, TranslatableMixin) and not self.revision.approved_go_live_at:
        translation = translation_of(target)
        if translation is not None:
            refuse_gaps(translation, target)
    with publication():
        return _execute(self, skip_permission_checks=skip_permission_checks)
