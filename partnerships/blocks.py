"""Body blocks that show partnerships."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from typing_extensions import TypedDict
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.core.blocks import DocumentBlock, FactBlock, FactChooser, TranslatedCharBlock
from cms.core.dates import PartialDate
from cms.publishing.context import Context
from cms.publishing.types import Json

from .anniversaries import anniversary_in, is_round
from .models.region import region_choices
from .models.side import SideStatus
from .row_keys import PARTNERSHIP_ROW
from .shapes import PartnershipSummary


class PartnershipListRule(TypedDict):
    """Which partnerships a list shows; a part that is null narrows nothing."""

    region: str | None
    anniversary_year: int | None


class PartnershipListDocument(TypedDict):
    """Partnerships chosen by a rule, in the order of their titles."""

    title: str
    rule: PartnershipListRule
    partnerships: list[PartnershipSummary]


class PartnershipBlock(FactChooser, DocumentBlock, SnippetChooserBlock):
    """One partnership. It is shown in the reader's language, so there is nothing to translate."""

    document_type = PartnershipSummary

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Partnership"))
        kwargs.setdefault("icon", "link")
        kwargs.setdefault("help_text", _("Type any name of one of the towns, in any language."))
        super().__init__("partnerships.Partnership", **kwargs)

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        return "partnerships.blocks.PartnershipBlock", (), {}

    @cached_property
    def widget(self) -> Any:
        return self.target_model.snippet_viewset.chooser_viewset.widget_class()

    def to_document(self, value: Any, context: Context) -> Json | None:
        """The partnership's summary, or None where it is not published."""
        if value is None:
            return None
        key = getattr(value, "translation_key", None) or context.asset(PARTNERSHIP_ROW, value.pk)
        return context.summary("partnership", key) if key else None

    def to_text(self, document: Json) -> str:
        return str(document["title"])

    class Meta:
        group = _("Library")


class RegionBlock(FactBlock, blocks.ChoiceBlock):
    """A region of the library; the same in every language."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.pop("choices", None)
        super().__init__(choices=region_choices, **kwargs)

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        return "partnerships.blocks.RegionBlock", (), {"required": self.field.required}


class PartnershipListBlock(DocumentBlock, blocks.StructBlock):
    """All partnerships of a region, those with a round anniversary in a year, or both."""

    document_type = PartnershipListDocument

    title = TranslatedCharBlock(label=_("Title"), required=False, max_length=200)
    region = RegionBlock(label=_("Region"), required=False, help_text=_("Partnerships with a side in this region."))
    anniversary_year = blocks.IntegerBlock(
        label=_("Anniversary in the year"),
        required=False,
        min_value=1900,
        max_value=2200,
        help_text=_("Partnerships that have existed for 5, 10, 15 … years in that year."),
    )

    class Meta:
        icon = "list-ul"
        label = _("List of partnerships")
        group = _("Library")
        label_format = "{title} {region} {anniversary_year}"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not cleaned.get("region") and not cleaned.get("anniversary_year"):
            raise StructBlockValidationError(
                non_block_errors=[
                    ValidationError(_("Choose a region, a year, or both; otherwise the list shows everything."))
                ]
            )
        return cleaned

    def to_document(self, value: Any, context: Context) -> PartnershipListDocument:
        """What the rule finds among the published partnerships."""
        region, year = value.get("region") or None, value.get("anniversary_year") or None
        found = [work for work in context.summaries("partnership") if _fits(work, region, year)]
        return {
            "title": value.get("title") or "",
            "rule": {"region": region, "anniversary_year": year},
            "partnerships": found,  # type: ignore[typeddict-item]  # a summary is stored JSON
        }

    def to_text(self, document: Json) -> str:
        return str(document["title"])


def _fits(work: Mapping[str, Any], region: str | None, year: int | None) -> bool:
    if region and all(side["region"] != region for side in work["sides"]):
        return False
    if year:
        if not work["since"] or all(side["status"] == SideStatus.ENDED for side in work["sides"]):
            return False
        return is_round(anniversary_in(PartialDate.parse(work["since"]["edtf"]), year))
    return True
