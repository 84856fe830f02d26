"""Paragraphs that were split or joined: the same sentences in the same order, divided otherwise."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .sentences import is_ended, sentences_of
from .typography import canonical_without_ids
from .units import Unit

LONGEST_RUN = 20
"""Strings that may be taken together."""

MOST_UNEVEN = 3.0
"""How many times longer or shorter than the rest a sentence's translation may be before somebody should look at it."""

SHORTEST = 12
"""Characters below which the length of a sentence says nothing."""

_TAG = re.compile(r"<(?P<close>/)?(?P<name>\w+)(?P<attributes>[^>]*?)(?P<empty>/)?>")
_ID = re.compile(r'(?<=\sid=")(?P<name>[a-z]+)(?P<number>\d+)(?=")')
EMPTY_TAGS = frozenset({"br"})


@dataclass(frozen=True, slots=True)
class Regrouping:
    """`olds` and `news` are neighbours in the old and in the new text and say the same, divided otherwise."""

    olds: tuple[Unit, ...]
    news: tuple[Unit, ...]


def regroupings(
    old: Sequence[Unit], new: Sequence[Unit], unmatched_old: set[Unit], unmatched_new: set[Unit]
) -> list[Regrouping]:
    """Finds them among what has no match. `old` and `new` are the whole texts, in order; no unit is in two of them."""
    free_old = {unit for unit in unmatched_old if unit in set(old)}
    free_new = set(unmatched_new)
    by_first: defaultdict[str, list[int]] = defaultdict(list)
    for index, unit in enumerate(old):
        if unit in free_old:
            by_first[_sentences(unit.text)[0]].append(index)
    found = []
    for index, unit in enumerate(new):
        if unit not in free_new:
            continue
        for start in by_first.get(_sentences(unit.text)[0], ()):
            regrouping = _expand(old, new, start, index, free_old, free_new)
            if regrouping is not None:
                free_old.difference_update(regrouping.olds)
                free_new.difference_update(regrouping.news)
                found.append(regrouping)
                break
    return found


def divide(regrouping: Regrouping, translations: Mapping[Unit, str]) -> dict[Unit, tuple[str, tuple[Unit, ...]]]:
    """The translations of the new units made of those of the old ones, with the old units that each was made of.

    Only those of which one can be sure: a translation is cut only where it has as many sentences as its source.
    """
    divided = {}
    links_before = Counter[str]()
    first = 0
    for new in regrouping.news:
        count = len(sentences_of(new.text).texts)
        made = _assemble(regrouping, translations, new, first, first + count, links_before)
        if made is not None:
            divided[new] = made
        first += count
        links_before.update(_links(new.text))
    return divided


def _assemble(
    regrouping: Regrouping, translations: Mapping[Unit, str], new: Unit, first: int, last: int, before: Counter[str]
) -> tuple[str, tuple[Unit, ...]] | None:
    parts: list[str] = []
    used: list[Unit] = []
    links_of_olds = Counter[str]()
    position = 0
    for old in regrouping.olds:
        end = position + len(sentences_of(old.text).texts)
        if position < last and end > first:
            part = _section(old, translations.get(old), max(first - position, 0), min(last, end) - position)
            if part is None:
                return None
            parts.append(_renumbered(part, links_of_olds, before))
            used.append(old)
        links_of_olds.update(_links(old.text))
        position = end
    text = parts[0]
    for done, part in enumerate(parts[1:], start=1):
        if not is_ended(text):
            return None
        text += _gap(regrouping, new, used[:done], first) + part
    fits = _is_balanced(text) and Counter(_ids(text)) == Counter(_ids(new.text))
    return (text, tuple(used)) if fits else None


def _section(old: Unit, translation: str | None, first: int, last: int) -> str | None:
    """Some of the sentences of a translation; None where one cannot be sure which."""
    if not translation:
        return None
    source, target = sentences_of(old.text), sentences_of(translation)
    if (first, last) == (0, len(source.texts)):
        return translation
    if not target.certain or len(source.texts) != len(target.texts) or not _is_even(source.texts, target.texts):
        return None
    return target.section(first, last)


def _gap(regrouping: Regrouping, new: Unit, used: Sequence[Unit], first: int) -> str:
    """What stands in the new source where the translations of two old units meet: a space or a line break."""
    ended = 0
    for old in regrouping.olds:
        ended += len(sentences_of(old.text).texts)
        if old == used[-1]:
            break
    return sentences_of(new.text).gaps[ended - first - 1]


def _expand(
    old: Sequence[Unit], new: Sequence[Unit], start: int, index: int, free_old: set[Unit], free_new: set[Unit]
) -> Regrouping | None:
    """Takes neighbours in on either side until both say the same."""
    if old[start] not in free_old:
        return None
    old_end, new_end = start + 1, index + 1
    before, after = list(_sentences(old[start].text)), list(_sentences(new[index].text))
    while before != after:
        shared = min(len(before), len(after))
        if len(before) == len(after) or before[:shared] != after[:shared]:
            return None
        if len(before) < len(after):
            if old_end >= len(old) or old[old_end] not in free_old or old_end - start >= LONGEST_RUN:
                return None
            before += _sentences(old[old_end].text)
            old_end += 1
        else:
            if new_end >= len(new) or new[new_end] not in free_new or new_end - index >= LONGEST_RUN:
                return None
            after += _sentences(new[new_end].text)
            new_end += 1
    return Regrouping(tuple(old[start:old_end]), tuple(new[index:new_end]))


@lru_cache(maxsize=4096)
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(canonical_without_ids(sentence) for sentence in sentences_of(text).texts)


def _is_even(source: Sequence[str], target: Sequence[str]) -> bool:
    """Whether each sentence's translation is about as much longer or shorter than the sentence as the others'."""
    overall = sum(map(len, target)) / max(1, sum(map(len, source)))
    return all(
        1 / MOST_UNEVEN <= len(after) / (len(before) * overall) <= MOST_UNEVEN
        for before, after in zip(source, target, strict=True)
        if len(before) >= SHORTEST and overall
    )


def _ids(text: str) -> list[str]:
    return [match[0] for match in _ID.finditer(text)]


def _links(text: str) -> Counter[str]:
    return Counter(match["name"] for match in _ID.finditer(text))


def _renumbered(text: str, links_of_olds: Counter[str], links_of_news: Counter[str]) -> str:
    """Each string numbers its links from 1: gives those of an old string the numbers that they have in the new one."""

    def number(match: re.Match[str]) -> str:
        name = match["name"]
        return f"{name}{int(match['number']) + links_of_olds[name] - links_of_news[name]}"

    return _ID.sub(number, text)


def _is_balanced(text: str) -> bool:
    """Whether every tag that is opened is closed, so that nothing was cut through."""
    opened: list[str] = []
    for name, closes in _tags(text):
        if not closes:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened


def _tags(text: str) -> Iterator[tuple[str, bool]]:
    for match in _TAG.finditer(text):
        if match["name"] not in EMPTY_TAGS:
            yield match["name"], bool(match["close"])
