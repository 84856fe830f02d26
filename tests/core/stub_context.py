"""A context for builds that reads no database."""

from __future__ import annotations

from typing import Any


class StubContext:
    """Answers from what it is given, and remembers what it was asked for."""

    def __init__(
        self,
        locale: str = "de",
        *,
        summaries: dict[tuple[str, str], dict[str, Any]] | None = None,
        assets: dict[tuple[str, str], Any] | None = None,
    ) -> None:
        self.locale = locale
        self._summaries = summaries or {}
        self._assets = assets or {}
        self.asked: set[tuple[str, str]] = set()

    def summary(self, type_name: str, key: object) -> dict[str, Any] | None:
        self.asked.add((type_name, str(key)))
        return self._summaries.get((type_name, str(key)))

    def lang(self, *place: object) -> dict[str, str]:
        return {}

    def asset(self, kind: str, key: object) -> Any | None:
        self.asked.add((kind, str(key)))
        return self._assets.get((kind, str(key)))


def page_summary(url: str = "trilog-origin:/de/ziel/", locale: str = "de") -> dict[str, Any]:
    """What a published page shows of itself."""
    return {
        "type": "page",
        "key": "k",
        "kind": "section",
        "locale": locale,
        "title": "Ziel",
        "slug": "ziel",
        "url": url,
    }
