"""Storing what was typed into the form: all that can be, and nothing over somebody else's text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.safestring import SafeString
from wagtail_localize.models import String, StringSegment, TemplateSegment, Translation

from cms.translation import targets
from cms.translation.errors import TranslationError
from cms.translation.operations.known_string import KnownString
from cms.translation.operations.save_string import SaveString, StringConflictError
from cms.translation.seen import Seen

from .gone import keep_for_new_source
from .markup import stored_form, typed_form, with_chips
from .rows import Row, Rows, Trouble

TEXT = "text-"
SEEN = "seen-"


@dataclass
class Homeless:
    """A text that has no place any more: its source is gone, and nothing stands there that it could be proposed for."""

    source: SafeString
    typed: str


@dataclass
class Outcome:
    """What has become of the texts of a form."""

    saved: list[str] = field(default_factory=list)
    """Keys of the rows that were written."""
    troubles: dict[str, Trouble] = field(default_factory=dict)
    """By the row's key: what was not."""
    proposed: list[str] = field(default_factory=list)
    """Keys of the rows that got a proposal, because the source had changed."""
    homeless: list[Homeless] = field(default_factory=list)

    @property
    def is_complete(self) -> bool:
        """Nothing was refused: the page can be shown afresh."""
        return not self.troubles and not self.homeless


def hold(translation: Translation) -> None:
    """Whoever saves strings of this translation, or gives it a new source text, waits until the transaction ends."""
    list(Translation.objects.select_for_update().filter(pk=translation.pk).values_list("pk"))


def save_texts(translation: Translation, row: Any, rows: Rows, form: Mapping[str, str], user: Any) -> Outcome:
    """Stores the fields `text-<key>` that differ from what their `seen-<key>` says was shown.

    `rows` must have been read in this transaction after the translation was locked (see `hold`).
    """
    outcome = Outcome()
    by_key = {found.key: found for found in rows.rows}
    changed: dict[str, str] = {}
    for name, typed in form.items():
        key = name.removeprefix(TEXT)
        if name.startswith(TEXT) and _is_changed(typed, form.get(SEEN + key, ""), key, by_key.get(key), rows):
            changed[key] = typed
    if not changed:
        return outcome
    with transaction.atomic(), targets.collected():
        for key, typed in changed.items():
            _save(outcome, translation, row, key, typed, form.get(SEEN + key, ""), by_key.get(key), rows, user)
    return outcome


def _save(
    outcome: Outcome,
    translation: Translation,
    target: Any,
    key: str,
    typed: str,
    seen: str,
    row: Row | None,
    rows: Rows,
    user: Any,
) -> None:
    if row is None:
        keep_homeless(outcome, translation, key, typed, rows, user)
        return
    operation = SaveString(
        translation=translation,
        segment=row.segment,
        text=stored_form(typed, plain=row.plain),
        seen=seen,
        user=user,
        row=target,
        known=KnownString(translation, row.segment, row.stored, not row.plain, row.proposal is not None),
    )
    try:
        operation.execute()
    except StringConflictError as error:
        outcome.troubles[key] = Trouble(str(error), typed, typed_form(error.text, plain=row.plain))
    except TranslationError as error:
        outcome.troubles[key] = Trouble(str(error), typed)
    else:
        outcome.saved.append(key)


def keep_homeless(
    outcome: Outcome, translation: Translation, key: str, typed: str, rows: Rows | None, user: Any
) -> StringSegment | None:
    """Makes a proposal of a text whose source is gone, or hands it back with the source it was written for."""
    context_id, _dash, string_id = key.partition("-")
    if not (context_id.isdecimal() and string_id.isdecimal()) or not typed.strip():
        return None
    if rows is not None:
        plain = int(context_id) not in rows.rich
    else:
        plain = not TemplateSegment.objects.filter(source=translation.source, context_id=context_id).exists()
    segment = keep_for_new_source(translation, int(context_id), int(string_id), stored_form(typed, plain=plain), user)
    if segment is not None:
        outcome.proposed.append(f"{segment.context_id}-{segment.string_id}")
        targets.note_strings([translation.source.object_id])
        return segment
    former = String.objects.filter(pk=int(string_id)).first()
    outcome.homeless.append(Homeless(with_chips(former.data if former else "", plain=plain), typed))
    return None


def _is_changed(typed: str, seen: str, key: str, row: Row | None, rows: Rows) -> bool:
    context_id = key.partition("-")[0]
    plain = row.plain if row is not None else not (context_id.isdecimal() and int(context_id) in rows.rich)
    text = stored_form(typed, plain=plain)
    shown = Seen.parse(seen)
    if shown is not None and shown.text == Seen.of("", text).text:
        return False
    if row is not None and row.stored is not None:
        # Other programs store what they are given, not as a browser sends it back.
        untouched = stored_form(row.text, plain=row.plain)
        return text != untouched
    return bool(text)
