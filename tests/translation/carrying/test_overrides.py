"""What a locale has in place of the source's values goes along with moved blocks, too."""

from collections.abc import Callable

import pytest
from wagtail_localize.models import OverridableSegment, SegmentOverride, Translation

from articles.models import PressReleasePage

from .texts import BLOCK, change

pytestmark = pytest.mark.django_db


def quote(number: int, url: str) -> dict[str, object]:
    return {"type": "paragraph", "id": BLOCK.format(number), "value": f'<p>Siehe <a href="{url}">dort</a>.</p>'}


def test_another_link_of_a_locale_follows_a_block_that_was_made_anew(
    release: PressReleasePage, submit: Callable[..., Translation]
) -> None:
    release = change(release, body=[quote(1, "https://a.example/")])
    translation = submit(release, "ru")
    segment = OverridableSegment.objects.get(source=translation.source, data_json='"https://a.example/"')
    SegmentOverride.objects.create(
        context=segment.context, locale=translation.target_locale, data_json='"https://ru.example/"'
    )
    change(release, body=[quote(7, "https://a.example/")])
    moved = OverridableSegment.objects.get(source=translation.source, data_json='"https://a.example/"')
    assert moved.context_id != segment.context_id
    assert SegmentOverride.objects.get(context=moved.context).data == "https://ru.example/"
