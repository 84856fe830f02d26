"""What translators of the press release find, and how editors change it."""

from typing import Any

from wagtail_localize.models import StringSegment, Translation

from articles.models import PressReleasePage
from cms.translation.models import Proposal

BLOCK = "a0000000-0000-4000-8000-{:012d}"


def paragraphs(*texts: str, first: int = 1) -> list[dict[str, Any]]:
    """Blocks of a body, with ids that count from `first`; the release's own are 1 and 2."""
    return [
        {"type": "paragraph", "id": BLOCK.format(first + number), "value": f"<p>{text}</p>"}
        for number, text in enumerate(texts)
    ]


def change(page: PressReleasePage, **values: Any) -> PressReleasePage:
    """An editor changes the page and publishes it."""
    page = PressReleasePage.objects.get(pk=page.pk)
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return PressReleasePage.objects.get(pk=page.pk)


def write(page: PressReleasePage, **values: Any) -> PressReleasePage:
    """Somebody changes the latest draft of the page and saves it."""
    draft = PressReleasePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in values.items():
        setattr(draft, name, value)
    draft.save_revision()
    return PressReleasePage.objects.get(pk=page.pk)


def found(translation: Translation) -> dict[str, str | None]:
    """What the translator finds: source text → translation."""
    segments = StringSegment.objects.filter(source=translation.source).exclude(context__path="slug")
    rows = segments.annotate_translation(translation.target_locale).order_by("order")
    return dict(rows.values_list("string__data", "translation"))


def proposed(translation: Translation) -> dict[str, tuple[str, str]]:
    """Source text → former source, former translation."""
    rows = Proposal.objects.filter(locale=translation.target_locale)
    return {row.string.data: (row.former_source, row.text) for row in rows.select_related("string")}
