"""For showing what changed in a text."""

from typing import Any

from django import template

from cms.translation.comparing.words import word_diff

register = template.Library()


@register.inclusion_tag("translation/comparing/words.html")
def word_changes(old: str, new: str) -> dict[str, Any]:
    """What changed between two versions of a string, as text with <del> and <ins>. Needs `translation/words.css`."""
    return {"words": word_diff(old, new)}
