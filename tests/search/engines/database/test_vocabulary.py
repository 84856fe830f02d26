"""How many letters two words differ by, and which words a misspelt one may be."""

import pytest

from search.engines.database.vocabulary import nearest, typos
from search.models import SearchWord


@pytest.mark.parametrize(
    ("one", "other", "most", "expected"),
    [
        ("konferenz", "konferenz", 2, 0),
        ("konfernz", "konferenz", 2, 1),
        ("konferrenz", "konferenz", 2, 1),
        ("konfreenz", "konferenz", 2, 1),
        ("symfonie", "symphonie", 2, 2),
        ("symfonie", "symphonie", 1, None),
        ("park", "saal", 2, None),
        ("", "ab", 2, 2),
    ],
)
def test_typos_are_counted(one, other, most, expected):
    assert typos(one, other, most=most) == expected
    assert typos(other, one, most=most) == expected


@pytest.fixture
def words(db):
    for word, editions in (("konferenz", 9), ("konferenzen", 3), ("konkurrenz", 5), ("bremen", 1), ("brehmen", 4)):
        SearchWord.objects.create(locale="de", word=word, editions=editions)
    SearchWord.objects.create(locale="ru", word="встреча", editions=1)


@pytest.mark.transactions
@pytest.mark.usefixtures("words")
def test_nearest_words_are_found_in_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        near = nearest(["Konfernz", "Konferenz", "Xyzzyxyzzy", "Haus", "a%b'c\"", "2024000"], ["de"])

    assert near == {"Konfernz": ("konferenz",)}


@pytest.mark.transactions
@pytest.mark.usefixtures("words")
def test_two_letters_that_were_swapped_are_one_typo():
    assert nearest(["Bermen"], ["de"]) == {"Bermen": ("bremen",)}
    assert nearest(["встерча"], ["ru", "de"]) == {"встерча": ("встреча",)}
    assert nearest(["встерча"], ["de"]) == {}
