"""Marking in a text what was looked for, for engines that cannot do it themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from .language import Language
from .words import Token, tokens

FRAGMENT: Final = 160
"""Letters of a fragment, about."""
FRAGMENTS: Final = 3


class Matcher:
    """Finds in a text of one language what was looked for.

    `phrases` are texts as readers write them: one word is found in any of its forms and as a part of compounds, several
    are found where they stand next to each other.
    """

    def __init__(self, language: Language, phrases: Iterable[str]) -> None:
        self.language = language
        self._words: set[str] = set()
        self._phrases: dict[str, set[tuple[str, ...]]] = {}
        for phrase in phrases:
            stems = tuple(language.stem(token.text) for token in tokens(phrase))
            if len(stems) == 1:
                self._words.add(stems[0])
            elif stems:
                self._phrases.setdefault(stems[0], set()).add(stems)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """From where to where something was found, in order, never overlapping."""
        found = tokens(text)
        stems = [self.language.stem(token.text) for token in found]
        spans: list[tuple[int, int]] = []
        at = 0
        while at < len(found):
            length = self._length(found, stems, at)
            if length:
                spans.append((found[at].start, found[at + length - 1].end))
            at += length or 1
        return spans

    def _length(self, found: Sequence[Token], stems: Sequence[str], at: int) -> int:
        """How many words from `at` on were looked for together."""
        phrases = self._phrases.get(stems[at], ())
        longest = max((len(phrase) for phrase in phrases if tuple(stems[at : at + len(phrase)]) == phrase), default=0)
        if longest:
            return longest
        return 0 if self._words.isdisjoint(self.language.terms(found[at].text)) else 1


def highlight(text: str, matcher: Matcher) -> str:
    """The text in HTML, escaped, with what was found in `<mark>`; "" where nothing was."""
    spans = matcher.spans(text)
    return _marked(text, spans) if spans else ""


def fragments(text: str, matcher: Matcher, *, size: int = FRAGMENT, count: int = FRAGMENTS) -> tuple[str, ...]:
    """Pieces of the text around what was found, marked as by `highlight`: those with most of it, in their order."""
    spans = matcher.spans(text)
    if not spans:
        return ()
    windows: list[list[tuple[int, int]]] = [[spans[0]]]
    for span in spans[1:]:
        if span[1] - windows[-1][0][0] <= size:
            windows[-1].append(span)
        else:
            windows.append([span])
    best = sorted(range(len(windows)), key=lambda at: (-len(windows[at]), at))[:count]
    return tuple(_fragment(text, windows[at], size) for at in sorted(best))


def _fragment(text: str, spans: Sequence[tuple[int, int]], size: int) -> str:
    """As much of the text around the spans as fits, from word to word and not across paragraphs."""
    first, last = spans[0][0], spans[-1][1]
    room = max(0, size - (last - first)) // 2
    start = _after_space(text, max(0, first - room, text.rfind("\n", 0, first) + 1), first)
    stop = text.find("\n", last)
    end = _before_space(text, min(last + room, len(text) if stop == -1 else stop), last)
    piece = _marked(text[start:end], [(left - start, right - start) for left, right in spans])
    return " ".join(piece.split())


def _after_space(text: str, start: int, first: int) -> int:
    if start == 0 or text[start - 1].isspace():
        return start
    found = next((at for at in range(start, first) if text[at].isspace()), -1)
    return found + 1 if found >= 0 else first


def _before_space(text: str, end: int, last: int) -> int:
    if end >= len(text) or text[end].isspace():
        return end
    found = next((at for at in range(end, last, -1) if text[at].isspace()), -1)
    return found if found >= 0 else last


def _marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end in spans:
        pieces += (escape(text[done:start]), "<mark>", escape(text[start:end]), "</mark>")
        done = end
    pieces.append(escape(text[done:]))
    return "".join(pieces)
