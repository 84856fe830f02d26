"""What editors are told when a block cannot be published as it is."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from cms.core.blocks.call_to_action import CallToActionBlock
from cms.core.blocks.date import DateBlock
from cms.core.blocks.embed import PlayableURLBlock


def test_dates_are_stored_as_edtf() -> None:
    assert DateBlock().clean("26.09.2001") == "2001-09-26"
    assert DateBlock(required=False).clean("") == ""


def test_impossible_dates_are_refused_with_a_sentence() -> None:
    with pytest.raises(ValidationError) as error:
        DateBlock().clean("31.06.1991")

    assert "31.06.1991" in error.value.messages[0] or "1991-06-31" in error.value.messages[0]


@pytest.mark.django_db
@pytest.mark.parametrize("url", ["", "https://example.org/"])
def test_a_button_leads_to_exactly_one_place(url: str, root_page: object) -> None:
    page = root_page if url else None
    block = CallToActionBlock()

    with pytest.raises(ValidationError):
        block.clean(block.to_python({"label": "x", "url": url, "page": getattr(page, "pk", None)}))


def test_unknown_sites_are_refused_naming_those_that_work() -> None:
    with pytest.raises(ValidationError) as error:
        PlayableURLBlock().clean("https://example.org/video")

    assert "YouTube" in error.value.messages[0]
