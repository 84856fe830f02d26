"""The language switcher: it leads to the same work, or says plainly that there is none."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language_info

from cms.publishing.locales import content_locales
from cms.publishing.types import Json


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """One active locale. `url` is empty where the work is not published in it."""

    code: str
    name: str
    """The language's own name for itself."""
    url: str
    state: str
    is_current: bool


def native_name(code: str) -> str:
    """A language's own name for itself, as it stands alone; the code where Django does not know it."""
    try:
        name: str = get_language_info(code)["name_local"]
    except KeyError:
        return code
    return name[:1].upper() + name[1:]


def languages_of(document: Json) -> tuple[LanguageLink, ...]:
    """All active locales in their configured order, each with this work's address in it."""
    published = {entry["locale"]: entry for entry in document.get("translations", [])}
    links = []
    for code in content_locales():
        entry = published.get(code, {})
        links.append(
            LanguageLink(
                code=code,
                name=native_name(code),
                url=entry.get("url") or "",
                state=entry.get("state") or "",
                is_current=code == document["locale"],
            )
        )
    return tuple(links)
