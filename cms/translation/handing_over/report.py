"""What a new text of a source means for its translations."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class LocaleUpdate:
    """For one locale, counted in strings with something to translate."""

    carried: int = 0
    """Translations that went along to their text's new place, or to text that says the same."""
    proposed: int = 0
    """Changed strings for which a former translation is proposed."""
    new: int = 0
    """Strings to be translated from scratch."""
    gone: int = 0
    """Translated strings that the source says no more. Their translations are kept, in case it says them again."""


@dataclass(slots=True)
class SourceUpdate:
    """What came of handing over the source's text."""

    changed: bool = False
    """Whether it says anything else than the text that translators had. The order of its parts does not count."""
    locales: dict[int, LocaleUpdate] = field(default_factory=dict)
    """By locale (id); every locale that the work was ever translated into."""

    def __bool__(self) -> bool:
        return self.changed or any(update.carried for update in self.locales.values())
