import pytest
from django.template import Context, Template
from django.utils import translation

from cms.translation.comparing.words import Piece, readable, word_diff


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("", "", []),
        ("Eins zwei.", "Eins zwei.", [("same", "Eins zwei.")]),
        ("", "Neu.", [("added", "Neu.")]),
        ("Alt.", "", [("removed", "Alt.")]),
        (
            "Zwei Städte feiern.",
            "Drei Städte feiern!",
            [
                ("removed", "Zwei"),
                ("added", "Drei"),
                ("same", " Städte feiern"),
                ("removed", "."),
                ("added", "!"),
            ],
        ),
        (
            "Wir haben gelacht",
            "Sie wollten weinen",
            [("removed", "Wir haben gelacht"), ("added", "Sie wollten weinen")],
        ),
        (
            "Мир и дружба",
            "Мир, труд и дружба",
            [("same", "Мир"), ("added", ", труд"), ("same", " и дружба")],
        ),
        ("friend’s house", "friend’s home", [("same", "friend’s "), ("removed", "house"), ("added", "home")]),
        ("我们是朋友", "我们都是朋友", [("same", "我们"), ("added", "都"), ("same", "是朋友")]),
        ("नमस्ते दुनिया", "नमस्ते मित्र", [("same", "नमस्ते "), ("removed", "दुनिया"), ("added", "मित्र")]),
    ],
)
def test_words_that_changed_are_told_from_those_that_did_not(old: str, new: str, pieces: list[Piece]) -> None:
    assert word_diff(old, new) == pieces


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ein  Text\nmit   Lücken", "Ein Text\tmit Lücken "),
        ("Eine lange Rede, kurzer Sinn: 1.073.096", "Eine kurze Rede, langer Sinn: 1.073.097"),
        ("a b c d", "d c b a"),
    ],
)
def test_both_texts_can_be_read_from_it_with_their_white_space(old: str, new: str) -> None:
    pieces = word_diff(old, new)
    assert "".join(text for kind, text in pieces if kind != "added") == old
    assert "".join(text for kind, text in pieces if kind != "removed") == new


def test_html_is_made_readable_and_tags_show_where_they_changed() -> None:
    old = 'K&ouml;ln <b>am</b> <a id="a1">Rhein</a>'
    assert word_diff(old, 'Köln <b>am</b> <a id="a1">Rhein</a>') == [("same", "Köln am Rhein")]
    assert word_diff(old, 'Köln am <a id="a1">Rhein</a>') == [
        ("same", "Köln "),
        ("removed", "‹b›"),
        ("same", "am"),
        ("removed", "‹/b›"),
        ("same", " Rhein"),
    ]
    assert word_diff("‹b› bleibt", "‹b› bleibt") == [("same", "‹b› bleibt")]
    assert readable("Eins<br/>zwei &amp; <i>drei</i>") == "Eins\nzwei & drei"


def test_nobody_needs_colours_or_eyes_to_see_what_changed() -> None:
    with translation.override("en"):
        html = Template('{% load comparing_tags %}{% word_changes "Alt &lt;i&gt;" "Neu &lt;i&gt;" %}').render(Context())
    assert '<del><span class="w-sr-only">[removed: </span>Alt<span class="w-sr-only"> end]</span></del>' in html
    assert '<ins><span class="w-sr-only">[added: </span>Neu<span class="w-sr-only"> end]</span></ins>' in html
    assert "&lt;i&gt;" in html
