"""Why a translation was not saved or published. Each message is meant for the person who tried."""

from collections.abc import Sequence
from html import unescape

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.utils import get_user_display_name
from wagtail.locks import BaseLock, BasicLock, WorkflowLock
from wagtail.models import Locale

QUOTED = 3
"""How many strings an error names."""

QUOTED_LENGTH = 60
"""And how much of each."""


def quoted(texts: Sequence[str]) -> str:
    """The first few of the strings (inline HTML), for people to find them by."""
    shown = [Truncator(unescape(strip_tags(text))).chars(QUOTED_LENGTH) for text in texts[:QUOTED]]
    names = ", ".join(_("“%(text)s”") % {"text": text} for text in shown)
    if len(texts) > QUOTED:
        return _("Missing: %(texts)s and others.") % {"texts": names}
    return _("Missing: %(texts)s.") % {"texts": names}


class TranslationError(Exception):
    """A translation cannot be saved, submitted or published. `str()` is a sentence for editors.

    Deliberately no ValidationError: wagtail-localize swallows those.
    """


class IncompleteTranslationError(TranslationError):
    """Publishing would show text in the source's language."""

    def __init__(self, title: str, locale: Locale, missing: Sequence[str]) -> None:
        self.missing = tuple(missing)
        message = ngettext(
            "“%(title)s” cannot be published in %(language)s yet: %(count)d text is not translated.",
            "“%(title)s” cannot be published in %(language)s yet: %(count)d texts are not translated.",
            len(missing),
        )
        values = {"title": title, "language": locale.get_display_name(), "count": len(missing)}
        super().__init__(f"{message % values} {quoted(missing)}")


class InvalidTranslationError(TranslationError):
    """The translated work does not pass its own validation."""

    def __init__(self, title: str, locale: Locale, error: ValidationError) -> None:
        self.error = error
        super().__init__(
            _("“%(title)s” was not saved in %(language)s: %(reasons)s")
            % {"title": title, "language": locale.get_display_name(), "reasons": " ".join(error.messages)}
        )


class LockedTranslationError(TranslationError):
    """Somebody locked the target, or it is being moderated by others."""

    def __init__(self, title: str, locale: Locale, lock: BaseLock) -> None:
        self.lock = lock
        values = {"title": title, "language": locale.get_display_name()}
        if isinstance(lock, WorkflowLock):
            message = _(
                "“%(title)s” is in moderation in %(language)s and was not changed. "
                "Until the step “%(step)s” is done, only its moderators may change or publish it."
            )
            values["step"] = lock.task.name
        elif isinstance(lock, BasicLock) and lock.object.locked_by:
            message = _("“%(title)s” was locked in %(language)s by %(person)s and was not changed.")
            values["person"] = get_user_display_name(lock.object.locked_by)
        else:
            message = _("“%(title)s” is locked in %(language)s and was not changed.")
        super().__init__(message % values)


class NoDraftError(TranslationError):
    """A model without drafts would be public at once, in the source's language."""

    def __init__(self, title: str) -> None:
        super().__init__(
            _("“%(title)s” cannot be kept as a draft. Please write it in each language by hand.") % {"title": title}
        )


class NotTheSourceError(TranslationError):
    """Every target is translated from the source, never from another target."""

    def __init__(self, title: str, source_locale: Locale) -> None:
        super().__init__(
            _("“%(title)s” is a translation. Please submit the original in %(language)s.")
            % {"title": title, "language": source_locale.get_display_name()}
        )
