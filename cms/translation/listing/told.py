"""What lists and editors tell of the translations of a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery
from wagtail.coreutils import get_content_languages
from wagtail.models import Page

from cms.publishing.locales import content_locales
from cms.translation.admin.addresses import edit_address
from cms.translation.matrix.access import Reach
from cms.translation.matrix.columns import ICONS
from cms.translation.matrix.works import changes_address, has_changed
from cms.translation.models import Target


@dataclass(frozen=True, slots=True)
class Told:
    """A work in one language."""

    target: Target
    code: str
    language: str
    icon: str
    own: bool
    """Whether it is the row itself that is told of: a translation."""
    url: str = ""
    """Where it is edited, for those who may."""
    changes_url: str = ""


def told_of(rows: Iterable[Any]) -> dict[Any, list[Told]]:
    """By primary key: of each source its translations, of each translation its own state. One query for all rows."""
    rows = [row for row in rows if getattr(row, "translation_key", None)]
    by_work: defaultdict[UUID, list[Target]] = defaultdict(list)
    for target in Target.objects.filter(translation_key__in={row.translation_key for row in rows}).select_related(
        "locale"
    ):
        by_work[target.translation_key].append(target)
    return {row.pk: [_told(target, row) for target in _of_row(by_work[row.translation_key], row)] for row in rows}


def told_with_links(row: Any, user: Any) -> list[Told]:
    """Of all languages of the row's work, with links for those who may follow them. One query and the permissions."""
    place = Page.objects.order_by().values("path").filter(pk=OuterRef("row_pk"))
    targets = (
        Target.objects.filter(translation_key=row.translation_key)
        .select_related("locale", "content_type")
        .annotate(row_path=Subquery(place))
    )
    reach = Reach(user)
    found = []
    for target in _sorted(targets):
        model = target.content_type.model_class()
        editable = (
            model is not None
            and target.row_pk is not None
            and reach.edits(target.content_type_id, target.locale_id, target.row_path)
        )
        found.append(
            _told(
                target,
                row,
                url=edit_address(model, target.row_pk) if model is not None and editable else "",
                changes_url=changes_address(target) if has_changed(target) else "",
            )
        )
    return found


def _of_row(targets: Iterable[Target], row: Any) -> list[Target]:
    own = [target for target in targets if target.locale_id == row.locale_id]
    return own or _sorted(targets)


def _sorted(targets: Iterable[Any]) -> list[Any]:
    order = {code: rank for rank, code in enumerate(content_locales())}
    return sorted(targets, key=lambda target: order.get(target.locale.language_code, len(order)))


def _told(target: Target, row: Any, **links: str) -> Told:
    code = target.locale.language_code
    return Told(
        target=target,
        code=code,
        language=get_content_languages().get(code, code),
        icon=ICONS[Target.State(target.state)],
        own=target.locale_id == row.locale_id,
        **links,
    )
