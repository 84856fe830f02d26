"""wagtail-localize's background work, done by our worker."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from wagtail_localize.tasks import BaseJobBackend


class UnknownWorkError(TypeError):
    """wagtail-localize asks for something that is not known here; a new version may have brought it."""


class KeptBackend(BaseJobBackend):
    """Makes jobs and tasks of what wagtail-localize enqueues: with ids only, and not before the commit.

    It enqueues within the transaction, with rows and users as arguments, so that a worker might begin before anything
    is committed, or with somebody's former permissions.
    """

    def enqueue(self, func: Callable[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any]) -> None:
        """Knows `translate_page_subtree` and `synchronize_tree`. Raises UnknownWorkError for anything else."""
        translate: dict[str, Callable[..., None]] = {
            "translate_page_subtree": _translate_below,
            "synchronize_tree": _synchronise,
        }
        if func.__name__ not in translate:
            raise UnknownWorkError(f"{func.__module__}.{func.__name__}")
        translate[func.__name__](*args, **kwargs)


def _translate_below(page_id: int, locales: Sequence[Any], components: Any, user: Any) -> None:
    """A job for what is below the page. `components` (forms of other packages) concern the page itself only."""
    # Not at the top: wagtail-localize makes its backend before any model is there.
    from wagtail.models import Page

    from cms.translation.models import Job

    from .options import JobOptions
    from .ordering import NothingSelectedError, order
    from .selections import Section

    section = Section(Page.objects.get(pk=page_id), inclusive=False)
    try:
        order(Job.Kind.SUBMIT, section, JobOptions(locales=tuple(locale.pk for locale in locales)), user)
    except NothingSelectedError:
        return


def _synchronise(source_locale: Any, target_locale: Any, *, page_index: Any = None) -> None:
    """A task of its own: it makes aliases, which are nobody's translation. It builds the `page_index` itself."""
    from cms.publishing.tasks import enqueue_once

    from .tasks import synchronise_trees

    enqueue_once(synchronise_trees, source_locale.pk, target_locale.pk)
