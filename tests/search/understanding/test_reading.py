"""Quotes, exclusions and everything else that can be typed."""

import random

import pytest

from search.understanding import understand

pytestmark = pytest.mark.django_db
LOCALES = ("de", "en", "ru")


def said(text: str) -> list[str]:
    """Each part as it was typed: “…” for phrases, a hyphen for what is not wanted."""
    return [
        ("-" if part.excluded else "") + (f"“{part.said.text}”" if part.exact else part.said.text)
        for part in understand(text, LOCALES).parts
    ]


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ('"Brief an alle" Kassel', ["“Brief an alle”", "Kassel"]),
        ("„Brief an alle“ Kassel", ["“Brief an alle”", "Kassel"]),
        ("«мир и дружба» Псков", ["“мир и дружба”", "Псков"]),
        ("“friendship  first”", ["“friendship first”"]),
        ("Frieden -Krieg", ["Frieden", "-Krieg"]),
        ('Frieden -"kalter Krieg"', ["Frieden", "-“kalter Krieg”"]),
        ("Frieden \u2212Krieg", ["Frieden", "-Krieg"]),
        ("Nord-Süd - Dialog", ["Nord", "Süd", "Dialog"]),
        ("Frieden -Nord-Süd", ["Frieden", "-Nord-Süd"]),
        ('Frieden "ohne Ende', ["Frieden", "Ende"]),
        ("Brief Brief Brief", ["Brief"]),
        ("Städte in der Krise", ["Städte", "Krise"]),
        ("города и мир", ["города", "мир"]),
        ("in der", ["in", "der"]),
        ("Jubila\u0308um", ["Jubiläum"]),
        ("\u202eabc\u202c\x00\ud800def", ["abc", "def"]),
    ],
)
def test_what_was_typed_is_read(typed: str, parts: list[str]) -> None:
    assert said(typed) == parts


@pytest.mark.parametrize(
    "text", ["", "   ", '""', "- -- ---", "„“", "«»", "***?!", "\x00\x01", "\ud800", "\u202e\u200f"]
)
def test_nothing_is_looked_for_where_nothing_was_said(text: str) -> None:
    assert understand(text, LOCALES).parts == ()


def test_only_the_beginning_of_endless_queries_is_read() -> None:
    words = " ".join(f"Wort{number}" for number in range(2_000))

    assert said(words) == [f"Wort{number}" for number in range(32)]
    assert len(said("x" * 10_000)) <= 32
    assert said('"' * 10_000) == []


def test_any_text_is_understood() -> None:
    """A thousand texts of signs that mean something, letters of four scripts, and what no text should hold."""
    letters = list("\"„“”«»-−'’()*:/\\^~?+&|!{}[]<>\x00\t\n\u202e\u200d\ud83d\udc00 aäßЁё中ع\u0301\u00ad0")
    chance = random.Random(7)

    for _ in range(1_000):
        text = "".join(chance.choices(letters, k=chance.randrange(60)))
        for part in understand(text, LOCALES).parts:
            assert part.said.text.strip()
            for way in part.ways:
                way.text.encode()
