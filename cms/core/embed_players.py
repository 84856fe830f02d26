"""Players of video and audio sites that can be embedded without telling the site about readers who do not play."""

import re
from dataclasses import dataclass
from typing import Final

from django.utils.html import format_html


@dataclass(frozen=True, slots=True)
class Player:
    """One site: how its addresses look and where its most private player is."""

    provider: str
    pattern: re.Pattern[str]
    source: str
    """Address of the player; ``{id}`` is the group ``id`` of the pattern."""

    def frame(self, url: str, title: str) -> str | None:
        """Return the player as HTML, or None where ``url`` is not an address of this site."""
        match = self.pattern.match(url)
        if match is None:
            return None
        return format_html(
            '<iframe src="{}" title="{}" loading="lazy" referrerpolicy="strict-origin-when-cross-origin" '
            'allow="fullscreen; picture-in-picture" allowfullscreen></iframe>',
            self.source.format(id=match["id"]),
            title or self.provider,
        )


PLAYERS: Final = (
    Player(
        "YouTube",
        re.compile(
            r"^https?://(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com/(?:watch\?(?:.*&)?v=|embed/|shorts/|live/)|youtu\.be/)"
            r"(?P<id>[\w-]{6,20})"
        ),
        "https://www.youtube-nocookie.com/embed/{id}",
    ),
    Player(
        "Vimeo",
        re.compile(r"^https?://(?:www\.|player\.)?vimeo\.com/(?:video/)?(?P<id>\d+)"),
        "https://player.vimeo.com/video/{id}?dnt=1",
    ),
    Player(
        "RuTube",
        re.compile(r"^https?://(?:www\.)?rutube\.ru/(?:video|play/embed)/(?P<id>[0-9a-f]{32})"),
        "https://rutube.ru/play/embed/{id}",
    ),
    Player(
        "Internet Archive",
        re.compile(r"^https?://(?:www\.)?archive\.org/(?:details|embed)/(?P<id>[\w.-]+)"),
        "https://archive.org/embed/{id}",
    ),
)


def find_player(url: str) -> Player | None:
    """Return the player for an address, or None where the site is not among those we embed."""
    return next((player for player in PLAYERS if player.pattern.match(url)), None)
