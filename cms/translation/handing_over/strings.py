"""Carrying the translations of strings over, in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from wagtail.models import Page
from wagtail_localize.models import StringTranslation, TranslationSource
from wagtail_localize.strings import StringValue

from cms.translation import history
from cms.translation.carrying.matching import Matching, match
from cms.translation.carrying.planning import Plan, plan
from cms.translation.carrying.units import Unit, unique
from cms.translation.models import Proposal
from cms.translation.texts import is_text

from .report import LocaleUpdate
from .stored import Keys, Translated, translated

TITLE = "title"


def carry_strings(
    source: TranslationSource,
    old: Iterable[Unit],
    new: Mapping[Unit, Keys],
    *,
    user: Any,
    locale_ids: Iterable[int] | None = None,
) -> dict[int, LocaleUpdate]:
    """Gives the units of the new text the translations of the old one that fit, and proposes others.

    For all locales that have any translation, or for some; what is stored for the old text stays. `old` may be empty:
    then the new text takes whatever was ever translated of this work.
    """
    by_locale = translated(source.object_id, source.locale_id, locale_ids)
    known = unique(unit for stored in by_locale.values() for unit in stored.rows)
    matching = match(old, new, known)
    plans = {
        locale_id: plan(matching, stored.formers(), stored.suggestions()) for locale_id, stored in by_locale.items()
    }
    _write(source.object_id, new, by_locale, plans, user)
    return {locale_id: _told(matching, stored, plans[locale_id]) for locale_id, stored in by_locale.items()}


def _write(
    work: UUID, new: Mapping[Unit, Keys], by_locale: Mapping[int, Translated], plans: Mapping[int, Plan], user: Any
) -> None:
    rows: list[StringTranslation] = []
    changes = []
    proposals: list[Proposal] = []
    stale: list[int] = []
    user_id = user.pk if user is not None else None
    for locale_id, made in plans.items():
        stored = by_locale[locale_id]
        for unit, carried in made.carried.items():
            origins = [stored.rows[origin] for origin in carried.origins]
            row = _translation(new[unit], carried.text, locale_id, origins)
            former = history.SEVERAL.join(origin.text for origin in carried.origins)
            rows.append(row)
            changes.append(history.change_of(row, history.Origin.CARRIED, user_id=user_id, former_source=former))
        stale += [
            proposal.pk
            for unit, proposal in stored.proposals.items()
            if unit not in new or unit in stored.rows or unit in made.carried or unit in made.suggested
        ]
        proposals += _proposals(made, new, locale_id)
        _title_drafts(work, made, locale_id)
    if rows:
        StringTranslation.objects.bulk_create(rows, batch_size=history.BATCH, ignore_conflicts=True)
        history.record(changes)
    if stale:
        Proposal.objects.filter(pk__in=stale).delete()
    if proposals:
        Proposal.objects.bulk_create(proposals, batch_size=history.BATCH)


def _translation(keys: Keys, text: str, locale_id: int, origins: Sequence[StringTranslation]) -> StringTranslation:
    """A row for the new text with what the rows it comes from say of their making."""
    kinds = {origin.translation_type for origin in origins}
    machine = StringTranslation.TRANSLATION_TYPE_MACHINE
    first = max(origins, key=lambda origin: origin.updated_at)
    return StringTranslation(
        translation_of_id=keys.string_id,
        context_id=keys.context_id,
        locale_id=locale_id,
        data=text,
        translation_type=machine if machine in kinds else first.translation_type,
        tool_name=first.tool_name,
        last_translated_by_id=first.last_translated_by_id,
        has_error=first.has_error,
        field_error=first.field_error,
    )


def _proposals(made: Plan, new: Mapping[Unit, Keys], locale_id: int) -> Iterable[Proposal]:
    for unit, suggested in made.suggested.items():
        yield Proposal(
            locale_id=locale_id,
            context_id=new[unit].context_id,
            string_id=new[unit].string_id,
            former_source=suggested.former_source,
            text=suggested.text,
            score=suggested.score,
            translated_by_id=suggested.user_id,
            translated_at=suggested.at,
        )


def _title_drafts(work: UUID, made: Plan, locale_id: int) -> None:
    """wagtail-localize shows a page's translated title in the admin at once; in bulk its receiver is not asked."""
    for unit, carried in made.carried.items():
        if unit.path == TITLE:
            title = StringValue(carried.text).render_text()
            Page.objects.filter(translation_key=work, locale_id=locale_id).update(draft_title=title)


def _told(matching: Matching, stored: Translated, made: Plan) -> LocaleUpdate:
    moved = {origin for carried in made.carried.values() for origin in carried.origins}
    open_units = [unit for unit in matching.added if unit not in stored.rows and is_text(unit.text)]
    return LocaleUpdate(
        carried=sum(is_text(unit.text) for unit in made.carried),
        proposed=len(made.suggested),
        new=sum(unit not in made.carried and unit not in made.suggested for unit in open_units),
        gone=sum(unit in stored.rows and unit not in moved for unit in matching.gone),
    )
