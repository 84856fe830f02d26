"""The demo texts themselves: nothing here needs a database."""

import re
from collections.abc import Iterator

import pytest

from articles.blocks import ArticleBodyBlock
from cms.demo import facts
from cms.demo.blocks import ChosenPartnership, Documents, Gallery, Picture, texts_of
from cms.demo.documents import DOCUMENTS
from cms.demo.library.conferences import CONFERENCES, YOUTH_FORUMS
from cms.demo.library.contacts import CONTACTS, ORGANISATIONS
from cms.demo.library.municipalities import INTRODUCTIONS
from cms.demo.library.partnerships import HISTORIES
from cms.demo.pictures.catalogue import PICTURES
from cms.demo.registry import ARTICLES
from cms.demo.signatories import signatories
from cms.demo.site_texts import HOME, PAGES
from cms.demo.texts import Texts, typeset
from cms.demo.works import ConferenceReport, DemoArticle, PressRelease, SolidarityLetter

LOCALES = {"de", "en", "ru"}
NBSP = "\u00a0"

every_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.key)


def all_texts() -> Iterator[Texts]:
    for item in (*ARTICLES, HOME, *PAGES, *CONFERENCES, *YOUTH_FORUMS, *CONTACTS, *ORGANISATIONS):
        yield from texts_of(item)
    for history in HISTORIES.values():
        yield from texts_of(history)
    for picture in PICTURES.values():
        yield from (picture.title, picture.alt, picture.caption)
    yield from INTRODUCTIONS.values()


def test_every_kind_of_article_is_there_often_enough() -> None:
    kinds = [type(article) for article in ARTICLES]

    assert kinds.count(PressRelease) >= 6
    assert kinds.count(SolidarityLetter) >= 3
    assert kinds.count(ConferenceReport) >= 4


def test_articles_use_every_block_of_the_body() -> None:
    used = {block.block_type for article in ARTICLES for block in article.body}

    assert used == set(ArticleBodyBlock().child_blocks)


def test_every_state_can_be_seen() -> None:
    assert {article.visibility for article in ARTICLES} == {"public", "draft", "embargoed", "password"}
    assert {state for article in ARTICLES for state in article.states.values()} == {"outdated", "partial"}
    public = [article for article in ARTICLES if article.visibility == "public"]
    assert any(article.locales == ("de",) for article in public)
    assert sum(article.locales == ("de", "en", "ru") for article in ARTICLES) > len(ARTICLES) / 2


@every_article
def test_an_article_speaks_exactly_the_languages_it_claims(article: DemoArticle) -> None:
    apart = [article.revision.text] if article.revision else []
    apart += [signatory.role for signatory in getattr(article, "signatories", ())]
    spoken = [set(texts) for texts in texts_of(article) if not any(texts is other for other in apart)]

    for locale in article.locales:
        missing = sum(locale not in texts for texts in spoken)
        assert bool(missing) == (article.state(locale) == "partial"), f"{locale}: {missing} texts are missing"
    assert not set().union(*spoken) - set(article.locales)


def test_the_revised_article_leaves_somebody_behind() -> None:
    (article,) = (article for article in ARTICLES if article.revision)
    assert article.revision is not None

    behind = set(article.locales) - set(article.revision.text)

    assert behind == {locale for locale in article.locales if article.state(locale) == "outdated"}


@every_article
def test_an_article_refers_to_what_exists(article: DemoArticle) -> None:
    loaded_before = [other.key for other in ARTICLES[: ARTICLES.index(article)]]

    assert set(article.places) <= {row.id for row in facts.municipalities()}
    assert set(article.partnerships) <= {row.id for row in facts.partnerships()}
    assert set(article.related) <= set(loaded_before)
    assert set(article.contacts) <= {contact.slug for contact in CONTACTS}
    assert set(article.documents) <= set(DOCUMENTS)
    assert article.picture in PICTURES
    assert article.conference in {None, *(conference.slug for conference in CONFERENCES)}
    for block in article.body:
        if isinstance(block, Picture):
            assert block.picture in PICTURES
        elif isinstance(block, Gallery):
            assert set(block.pictures) <= set(PICTURES)
        elif isinstance(block, Documents):
            assert set(block.documents) <= set(DOCUMENTS)
        elif isinstance(block, ChosenPartnership):
            assert block.partnership in {row.id for row in facts.partnerships()}


def test_pictures_differ_from_article_to_article() -> None:
    pictures = [article.picture for article in ARTICLES]

    assert len(set(pictures)) == len(pictures)


@every_article
def test_an_article_does_not_show_its_picture_twice(article: DemoArticle) -> None:
    shown = [article.picture]
    for block in article.body:
        if isinstance(block, Picture):
            shown.append(block.picture)
        elif isinstance(block, Gallery):
            shown.extend(block.pictures)

    assert len(set(shown)) == len(shown)


def test_quotation_marks_are_those_of_the_language() -> None:
    wrong = {"de": '"«»“', "en": '"„«»', "ru": '"”'}
    found = []
    for texts in all_texts():
        for locale, text in texts.items():
            plain = re.sub(r"<[^>]*>", "", text)
            if locale == "de":
                plain = re.sub("„[^“]*“", "", plain).replace("«Мытищи»", "")
            elif locale == "en":
                plain = plain.replace("«Мытищи»", "")
            elif locale == "ru":
                plain = re.sub("„[A-Z][a-z]+“", "", plain)
            if any(mark in plain for mark in wrong[locale]):
                found.append(text)

    assert not found


def test_every_text_is_in_its_own_script() -> None:
    cyrillic = re.compile("[а-яё]", re.IGNORECASE)
    for texts in all_texts():
        if texts.get("ru") and re.search("[a-zäöü]{4}", texts.get("de", "")) and "/" not in texts["ru"]:
            assert cyrillic.search(texts["ru"]), texts
        assert not re.search("[ßÄÖÜ„]", texts.get("en", "")) or "Düren" in texts["en"] or "Österr" in texts["en"], texts


def test_russian_addresses_are_cyrillic() -> None:
    for item in (*ARTICLES, *PAGES):
        slug = item.slug.get("ru", "кириллица")
        assert re.fullmatch(r"[а-яё0-9-]+", slug), slug


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("de", "am 9. September", f"am 9.{NBSP}September"),
        ("de", "z. B. der e. V.", f"z.{NBSP}B. der e.{NBSP}V."),
        ("en", "on 9 September", f"on 9{NBSP}September"),
        ("ru", "в Эссене — и", f"в{NBSP}Эссене{NBSP}— и"),
        ("ru", "35 лет", f"35{NBSP}лет"),
        ("de", "<a href='x y'>z. B.</a>", f"<a href='x y'>z.{NBSP}B.</a>"),
    ],
)
def test_spaces_that_must_not_break_do_not(locale: str, text: str, expected: str) -> None:
    assert typeset(text, locale) == expected


def test_signatories_are_offices_made_by_rule() -> None:
    letters = [article for article in ARTICLES if isinstance(article, SolidarityLetter)]
    letter = max(letters, key=lambda letter: len(letter.signatories))

    assert len(letter.signatories) == 120
    assert len({signatory.name for signatory in letter.signatories}) == 120
    assert letter.signatories == signatories(120)
    assert all(signatory.capacity == "official" for signatory in letter.signatories)


def test_no_rule_gives_more_signatories_than_there_are_offices() -> None:
    with pytest.raises(ValueError, match="not 1000"):
        signatories(1000)


def test_contacts_lead_nowhere() -> None:
    for contact in CONTACTS:
        assert contact.email.endswith("@example.org")
        assert not contact.phone or contact.phone.startswith("+49 30 23125 0")


@pytest.mark.parametrize("key", PICTURES)
def test_a_picture_comes_with_texts_in_every_language(key: str) -> None:
    picture = PICTURES[key]

    assert set(picture.title) == set(picture.alt) == set(picture.caption) == LOCALES
    assert all(len(text) < 255 for text in picture.alt.values())


@pytest.mark.parametrize("key", PICTURES)
def test_a_picture_is_the_same_every_time(key: str) -> None:
    assert PICTURES[key].jpeg(key) == PICTURES[key].jpeg(key)
