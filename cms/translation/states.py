"""How true each edition's language is, for the publishing core."""

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from django.db.models import Model
from wagtail.models import TranslatableMixin

from cms.publishing.types import Ref, State

from .basis import live_digest
from .models import TranslationBasis


def state_of(rows: Mapping[Ref, Model]) -> dict[Ref, State]:
    """The state of each row of a translatable model; two queries for each root model among the rows."""
    by_model: defaultdict[type[Model], dict[Ref, TranslatableMixin]] = defaultdict(dict)
    for ref, row in rows.items():
        if isinstance(row, TranslatableMixin):
            by_model[row.get_translation_model()][ref] = row
    states: dict[Ref, State] = {}
    for model, translatable in by_model.items():
        states.update(_states_of_model(model, translatable))
    return states


def _states_of_model(model: type[Model], rows: Mapping[Ref, TranslatableMixin]) -> dict[Ref, State]:
    keys = {row.translation_key for row in rows.values()}
    sources: dict[UUID, tuple[int, int]] = {}
    for key, pk, locale_id in (
        model._default_manager.filter(translation_key__in=keys)
        .order_by("pk")
        .values_list("translation_key", "pk", "locale_id")
    ):
        sources.setdefault(key, (pk, locale_id))
    bases = {
        (basis.translation_key, basis.locale_id): basis
        for basis in TranslationBasis.objects.filter(translation_key__in=keys)
        .exclude(source_digest="")
        .defer("source_text", "draft_text")
    }
    digests: dict[UUID, str] = {}

    def source_digest(key: UUID) -> str:
        """Normally recorded when the source was published; a source that was never published is read."""
        pk, locale_id = sources[key]
        if key not in digests:
            basis = bases.get((key, locale_id))
            digests[key] = basis.source_digest if basis else live_digest(model._default_manager.get(pk=pk))
        return digests[key]

    def state(row: TranslatableMixin) -> State:
        source = sources.get(row.translation_key)
        if source is None or source[1] == row.locale_id:
            return "source"
        basis = bases.get((row.translation_key, row.locale_id))
        if basis is None:
            return "current"
        if basis.missing:
            return "partial"
        return "current" if basis.source_digest == source_digest(row.translation_key) else "outdated"

    return {ref: state(row) for ref, row in rows.items()}
