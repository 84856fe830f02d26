"""No mixed language: a target with untranslated text is not published unless somebody says so."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models import Model
from wagtail_localize.models import String, StringTranslation, Translation

from .errors import IncompleteTranslationError
from .models import TranslationBasis
from .texts import UNTRANSLATED_PATHS, digest_of_submitted, gaps, gaps_among, is_text, strings_of

_partially: ContextVar[bool] = ContextVar("publishing_partially", default=False)


@contextmanager
def publishing_partially(allowed: bool = True) -> Iterator[None]:
    """Within, gaps are allowed below the level of a work's own fields (in the body, in its rows)."""
    token = _partially.set(allowed)
    try:
        yield
    finally:
        _partially.reset(token)


def refuse_gaps(
    translation: Translation, target: Model | None = None, *, texts: Sequence[tuple[str, str, str | None]] | None = None
) -> list[tuple[str, str]]:
    """Raises IncompleteTranslationError when `target` shows text of its source.

    Without `target`, when the strings as they are now would make such a draft. When publishing partially, only the
    work's own fields must be complete: lists and links show them. Returns the gaps that are allowed: content path and
    string. `texts` are those that the target was just made of, where that is known.
    """
    if target is None:
        found = gaps(translation.source, translation.target_locale_id)
    elif texts is not None:
        found = gaps_among(texts, strings_of(target))
    else:
        found = gaps_in(target, translation)
    refused = [(path, text) for path, text in found if "." not in path] if _partially.get() else found
    if refused:
        title = str(target) if target is not None else translation.source.object_repr
        raise IncompleteTranslationError(title, translation.target_locale, [text for _path, text in refused])
    return found


def gaps_in(target: Model, translation: Translation) -> list[tuple[str, str]]:
    """What a row or draft of a target shows in its source's language: content path and string."""
    shown = strings_of(target)
    found = gaps(translation.source, translation.target_locale_id, shown)
    if not _drafted_from_submitted(translation):
        found += [gap for gap in _former_gaps(translation, shown) if gap not in found]
    return found


def _drafted_from_submitted(translation: Translation) -> bool:
    """Whether the target's latest draft was made from the text that is submitted now (or none was made of strings)."""
    drafted = (
        TranslationBasis.objects.filter(
            translation_key=translation.source.object_id, locale_id=translation.target_locale_id
        )
        .values_list("draft_digest", flat=True)
        .first()
    )
    return not drafted or drafted == digest_of_submitted(translation.source)


def _former_gaps(translation: Translation, shown: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    """Text of the source that a draft shows which was made before the present text was submitted.

    A string that somebody gave as a translation into this locale is no gap, even if it reads like one of the source.
    """
    texts = {(path, text) for path, strings in shown.items() if path not in UNTRANSLATED_PATHS for text in strings}
    wanted = {text for _path, text in texts if is_text(text)}
    sources = set(
        String.objects.filter(
            locale_id=translation.source.locale_id, data_hash__in=[String._get_data_hash(text) for text in wanted]
        ).values_list("data", flat=True)
    )
    if not sources:
        return []
    said = set(
        StringTranslation.objects.filter(
            locale_id=translation.target_locale_id, context__object_id=translation.source.object_id, data__in=sources
        ).values_list("context__path", "data")
    )
    return sorted((path, text) for path, text in texts if text in sources and (path, text) not in said)
