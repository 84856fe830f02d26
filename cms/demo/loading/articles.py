"""Articles in every state that an editor can meet."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction

from articles import models
from cms.demo.loading.bodies import BodyWriter, stream
from cms.demo.loading.found import Found
from cms.demo.loading.names import key_of
from cms.demo.loading.people import PRESS_PASSWORD, translator
from cms.demo.loading.translating import hand_over, submit, translate
from cms.demo.loading.wording import Wording
from cms.demo.loading.works import store_draft, translate_work
from cms.demo.registry import ARTICLES
from cms.demo.works import ConferenceReport, DemoArticle, PressRelease, Revision, SolidarityLetter

PARENTS = {
    PressRelease.kind: "press",
    SolidarityLetter.kind: "letters",
    ConferenceReport.kind: "reports",
}
"""Under which of the demo pages a kind of article stands."""

PRESS_CONTACT = "pressestelle"


def load_articles(found: Found) -> None:
    """Load the articles that are not there yet."""
    for item in ARTICLES:
        key = key_of("article", item.key)
        stored = models.ArticlePage.objects.filter(translation_key=key, locale=found.source).first()
        found.articles[item.key] = stored or _load(item, found)


def _load(item: DemoArticle, found: Found) -> Any:
    page = _build(item, found.source, found.wording(found.source), found)
    public = item.visibility != "draft"
    store_draft(page, found.pages[PARENTS[item.kind]])
    if item.visibility == "password":
        PageViewRestriction.objects.create(
            page=page, restriction_type=PageViewRestriction.PASSWORD, password=PRESS_PASSWORD
        )
    revision = page.save_revision()
    if public:
        revision.publish()
    translate_work(
        page,
        found,
        lambda locale, say: _build(item, locale, say, found),
        states=item.states,
        codes=item.locales,
        public=public,
    )
    if item.revision:
        _revise(page, item, item.revision, found)
    if isinstance(item, SolidarityLetter):
        _sign(item, found)
    return page


def _build(item: DemoArticle, locale: Locale, say: Wording, found: Found) -> Any:
    """Make an article as an unsaved page of one locale."""
    page = _page_of_kind(item, say, found)
    page.locale = locale
    page.translation_key = key_of("article", item.key)
    page.title = page.draft_title = say(item.title)
    page.slug = say(item.slug)
    page.kicker = say(item.kicker)
    page.lead = say(item.lead)
    page.search_description = say(item.seo_description)
    page.date = item.date
    page.dateline_place = found.municipalities[item.place] if item.place else None
    page.lead_image = found.images[item.picture]
    page.conference = found.conferences[item.conference] if item.conference else None
    page.body = stream(type(page), BodyWriter(item.key, say, found).write(item.body))
    _connect(page, item, locale, say, found)
    return page


def _page_of_kind(item: DemoArticle, say: Wording, found: Found) -> Any:
    if isinstance(item, PressRelease):
        until = None
        if item.embargo_days is not None:
            until = (timezone.now() + timedelta(days=item.embargo_days)).replace(minute=0, second=0, microsecond=0)
        return models.PressReleasePage(embargo_until=until)
    if isinstance(item, SolidarityLetter):
        return models.SolidarityLetterPage(
            sender=item.sender,
            addressees=say(item.addressees),
            occasion=say(item.occasion),
            original_locale=item.original_locale,
            translation_credit=item.translation_credit,
        )
    if isinstance(item, ConferenceReport):
        return models.ConferenceReportPage(author=item.author, organisation=found.organisations[item.organisation])
    raise NotImplementedError(f"no page for {type(item).__name__}")


def _connect(page: Any, item: DemoArticle, locale: Locale, say: Wording, found: Found) -> None:
    page.places = [models.ArticlePlace(municipality=found.municipalities[place]) for place in item.places]
    page.partnerships = [
        models.ArticlePartnership(partnership=found.partnerships[partnership]) for partnership in item.partnerships
    ]
    page.contacts = [
        models.ArticleContact(
            contact=found.contacts[contact],
            purpose=models.ContactPurpose.PRESS if contact == PRESS_CONTACT else models.ContactPurpose.PROJECT,
        )
        for contact in _contacts(item)
    ]
    page.documents = [models.ArticleDocument(document=found.documents[document]) for document in item.documents]
    page.related = [models.RelatedArticle(article_id=found.articles[article].pk) for article in item.related]
    page.corrections = [
        models.Correction(
            locale=locale,
            translation_key=key_of("correction", item.key, position),
            date=correction.date,
            text=say(correction.text),
        )
        for position, correction in enumerate(item.corrections)
    ]
    if item.tags:
        page.tags.add(*item.tags)


def _contacts(item: DemoArticle) -> tuple[str, ...]:
    press = (item.press_contact,) if isinstance(item, PressRelease) else ()
    return (*press, *item.contacts)


def _revise(page: Page, item: DemoArticle, revision: Revision, found: Found) -> None:
    """Change the source after its translations; the locales that the revision names follow it."""
    block: Any = item.body[revision.block]
    block = dataclasses.replace(block, text=revision.text)
    changed = dataclasses.replace(item, body=(*item.body[: revision.block], block, *item.body[revision.block + 1 :]))
    draft = page.get_latest_revision_as_object()
    draft.body = _build(changed, found.source, found.wording(found.source), found).body
    draft.save_revision().publish()
    source = submit(type(page).objects.get(pk=page.pk))
    for code, locale in found.locales.items():
        if locale != found.source and code in revision.text:
            twin = _build(changed, locale, found.wording(locale, marked=True), found)
            hand_over(translate(source, twin, locale, translator(code)), public=True)


def _sign(item: SolidarityLetter, found: Found) -> None:
    models.Signatory.objects.bulk_create(
        models.Signatory(
            letter_key=key_of("article", item.key),
            name=signatory.name,
            name_latin=signatory.latin,
            name_cyrillic=signatory.cyrillic,
            role=dict(signatory.role),
            municipality=found.municipalities[signatory.municipality],
            capacity=signatory.capacity,
            visibility=models.SignatoryVisibility.PUBLIC if signatory.public else models.SignatoryVisibility.HIDDEN,
            confirmed_at=timezone.now(),
        )
        for signatory in item.signatories
    )
