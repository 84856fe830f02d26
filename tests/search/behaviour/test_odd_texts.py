"""Whatever somebody types is answered."""

import pytest

from tests.api.editions import make_article

pytestmark = pytest.mark.django_db

ODD = [
    "x" * 10_000,
    "wort " * 2_000,
    " ".join(f"wort{number}" for number in range(1_400)),
    " ".join(f'"wort{number} satz{number}"' for number in range(500)),
    " ".join(f"-wort{number}" for number in range(1_000)),
    "Donaudampfschifffahrtsgesellschaftskapitänsmütze " * 200,
    '"' + "wort " * 1_900 + '"',
    '"',
    '""',
    "'",
    '"unfinished',
    'a"b"c"',
    "\\",
    "\\\\",
    "*:*",
    "*",
    "?",
    "title:Konzert",
    "Konzert AND (OR NOT",
    "AND OR NOT",
    "Konzert && || !",
    "(((((",
    "[* TO *]",
    "{!xml}",
    "Konzert~2^9",
    "/.*Konz.*/",
    "NEAR(a b)",
    "a NEAR/2 b",
    "'; DROP TABLE search_searchentry; --",
    "%_%",
    "$1 {0} %s {{x}}",
    "& | ! <-> :*",
    "-",
    "--",
    "- -",
    "-Konzert",
    "+Konzert",
    "\0",
    "Konz\0ert",
    "\x01\x02\x1f\x7f",
    "\u202eKonzert\u202c",
    "שלום עולם",
    "العربية",
    "你好世界",
    "👩‍👩‍👧‍👦",
    "🎵 Konzert",
    "\ud800",
    "Konzert \udfff",
    "\ufeff\u200b\u00ad",
    "e" + "\u0301" * 500,
    "İstanbul",
    "ﬁ ﬂ ſ ẞ",
    "\n\t\r",
    "1" * 400,
    "2024-05-01",
    "1e999 NaN -0",
    "<script>alert(1)</script>",
    "null",
    "[object Object]",
]


@pytest.mark.parametrize("text", ODD, ids=lambda text: ascii(text[:20]))
def test_any_text_is_answered(newsroom, text):
    newsroom.publishes(make_article(title="Konzert"), make_article(locale="ru", title="Концерт"))

    for locales in (("de",), ("ru", "de", "en")):
        found = newsroom.search(text, *locales)
        assert 0 <= len(found.hits) <= found.total <= 2
        newsroom.search(text, *locales, type=("article",), offset=1)


@pytest.mark.parametrize(
    "text", ["Konzert", "konzert!", "(Konzert)", "Konzert?", "+Konzert", "🎵 Konzert", "Konzert *"]
)
def test_signs_around_words_do_no_harm(newsroom, text):
    newsroom.publishes(make_article(title="Konzert"))

    assert newsroom.titles(text) == ["Konzert"]


def test_pages_may_be_asked_for_as_deep_as_they_go_and_deeper(newsroom):
    newsroom.publishes(make_article(title="Konzert"))

    for offset, limit in ((0, 0), (0, 10_000), (9_999, 1), (9_999, 20), (10_000, 20), (1_000_000, 20)):
        found = newsroom.search("Konzert", offset=offset, limit=limit)
        assert found.total == 1
        assert len(found.hits) == (1 if offset == 0 and limit else 0)
