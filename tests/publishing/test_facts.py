"""Facts are one: the same in every locale at every moment."""

from datetime import date

import pytest
from wagtail.models import Locale

from partnerships.models import Milestone, Partnership, Side
from tests import newsroom
from tests.newsroom import edition

pytestmark = [pytest.mark.django_db, pytest.mark.transactions]


@pytest.fixture
def ties(locales) -> Partnership:
    """Essen and Nischni Nowgorod, published in three languages."""
    essen = newsroom.municipality("Essen")
    partner = newsroom.municipality("Nischni Nowgorod", country="RU")
    for town, russian in ((essen, "Эссен"), (partner, "Нижний Новгород")):
        newsroom.translated(town, "ru", name=russian)
    row = newsroom.partnership(essen, partner, since="1991-09-09")
    newsroom.translated(row, "en")
    newsroom.translated(row, "ru")
    return row


def editions_of(row: Partnership) -> list:
    return [
        edition(target) for target in Partnership.objects.filter(translation_key=row.translation_key).order_by("pk")
    ]


def test_a_partner_a_date_and_a_status_change_in_all_editions_at_once(ties):
    suhl = newsroom.municipality("Suhl")
    draft = ties.get_latest_revision_as_object()
    draft.sides = [
        Side(municipality=suhl, status="active"),
        Side(municipality=draft.sides.last().municipality, status="dormant"),
    ]
    draft.milestones.first().date = "1969"
    milestone = draft.milestones.first()
    milestone.date = "1969"
    draft.milestones = [milestone]

    draft.save_revision().publish()

    editions = editions_of(ties)
    assert [row.locale for row in editions] == ["de", "en", "ru"]
    for row in editions:
        assert [side["status"] for side in row.document["sides"]] == ["active", "dormant"]
        assert row.document["sides"][0]["municipality"]["name"] == "Suhl"
        assert row.document["since"]["edtf"] == "1969"
    assert editions[2].document["sides"][1]["municipality"]["name"] == "Нижний Новгород"


def test_open_and_scheduled_drafts_of_a_target_get_the_facts_and_keep_their_text(ties):
    target = Partnership.objects.get(translation_key=ties.translation_key, locale__language_code="en")
    target.remarks = "<p>Being rewritten</p>"
    target.save_revision()

    ties.kind = "friendship"
    ties.milestones = [
        *ties.milestones.all(),
        Milestone(type="renewed", date="2001", wording="Erneuert", locale=ties.locale),
    ]
    ties.save_revision().publish()

    target.refresh_from_db()
    open_draft = target.get_latest_revision_as_object()
    assert open_draft.remarks == "<p>Being rewritten</p>"
    assert open_draft.kind == target.kind == "friendship"
    assert [milestone.date for milestone in open_draft.milestones.all()] == ["1991-09-09", "2001"]
    assert [milestone.wording for milestone in target.milestones.all()] == ["", ""]

    target.get_latest_revision().publish()

    target.refresh_from_db()
    assert target.remarks == "<p>Being rewritten</p>"
    assert [milestone.date for milestone in target.milestones.all()] == ["1991-09-09", "2001"]


def test_a_translated_wording_survives_a_changed_date(ties):
    target = Partnership.objects.get(translation_key=ties.translation_key, locale__language_code="ru")
    milestone = target.milestones.get()
    milestone.wording = "Договор подписан в Эссене"
    target.milestones = [milestone]
    target.save()

    source_milestone = ties.milestones.get()
    source_milestone.date = "1991-09-10"
    ties.milestones = [source_milestone]
    ties.save_revision().publish()

    shown = edition(target).document["milestones"]
    assert [(entry["date"]["edtf"], entry["wording"]) for entry in shown] == [
        ("1991-09-10", "Договор подписан в Эссене")
    ]


def test_a_target_cannot_bring_old_facts_back(ties):
    target = Partnership.objects.get(translation_key=ties.translation_key, locale__language_code="en")
    stale = target.save_revision()
    ties.kind = "project"
    ties.save()
    content = stale.content | {"kind": "partnership"}
    type(stale).objects.filter(pk=stale.pk).update(content=content)
    stale.refresh_from_db()

    stale.publish()

    target.refresh_from_db()
    assert target.kind == "project"
    assert edition(target).kind == "project"


def test_a_draft_of_a_target_has_the_facts_of_the_source_from_the_start(ties):
    target = Partnership.objects.get(translation_key=ties.translation_key, locale__language_code="en")
    target.kind = "project"
    target.milestones = []

    draft = target.save_revision().as_object()

    assert draft.kind == ties.kind
    assert [milestone.date for milestone in draft.milestones.all()] == ["1991-09-09"]


def test_facts_of_pages_reach_their_translations(site):
    index = newsroom.article_index(newsroom.home_page(site))
    town = newsroom.municipality("Kaluga", country="RU")
    page = newsroom.press_release(index, "Treffen")
    english = Locale.objects.get(language_code="en")
    index.copy_for_translation(english).save_revision().publish()
    target = page.copy_for_translation(english)
    target.title = "Meeting"
    target.save_revision().publish()

    page.refresh_from_db()
    page.places = [newsroom.ArticlePlace(municipality=town)]
    page.save_revision().publish()

    shown = edition(target).document
    assert shown["title"] == "Meeting"
    assert [place["name"] for place in shown["places"]] == ["Kaluga"]


def test_a_draft_of_the_source_keeps_its_facts_to_itself(site):
    index = newsroom.article_index(newsroom.home_page(site))
    town = newsroom.municipality("Kaluga", country="RU")
    page = newsroom.press_release(index, "Treffen", date=date(2026, 5, 4))
    target = page.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    target.save_revision().publish()

    page.refresh_from_db()
    page.date = date(2027, 1, 1)
    page.places = [newsroom.ArticlePlace(municipality=town)]
    page.save_revision()
    page.save(update_fields=["show_in_menus"])

    target.refresh_from_db()
    assert target.date == date(2026, 5, 4)
    assert edition(target).document["places"] == []
    assert target.get_latest_revision_as_object().date == date(2026, 5, 4)
