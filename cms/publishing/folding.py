"""One way to compare and sort text across German, English and Russian, in any database."""

import unicodedata

# Marks that make another letter of the alphabet, not a variant of the same letter.
_LETTERS_WITH_MARKS = frozenset("йўї")

REMEMBERED = 20_000
"""Letters whose folding is kept: many times those of the site's languages. Whoever searches for all of Unicode does not
fill the memory."""


class _Folded(dict[int, str]):
    """What each letter becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if letter not in _LETTERS_WITH_MARKS:
            letter = "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))
        if len(self) < REMEMBERED:
            self[code] = letter
        return letter


_folded = _Folded()


def fold(text: str) -> str:
    """Text reduced to what people mean when they type it: no case, no accents, `ё` as `е`, `ß` as `ss`.

    Used for stored search text and for the words looked for in it, so that every database compares alike.
    """
    return unicodedata.normalize("NFC", text.casefold()).translate(_folded)


def sort_key(title: str) -> str:
    """What titles are ordered by: the folded title (DIN 5007-1 for German), then the title itself for a fixed order."""
    return f"{fold(title)}\x1f{title}"[:400]
