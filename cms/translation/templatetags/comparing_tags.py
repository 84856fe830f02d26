"""For showing what changed in a text."""

from typing import Any

from django import template

from cms.translation.comparing.words import readable, word_diff

register = template.Library()


@register.inclusion_tag("translation/comparing/words.html")
def word_changes(old: str, new: str) -> dict[str, Any]:
    """What changed between two versions of a string, as text with <del> and <ins>. Needs `translation/words.css`."""
    return {"words": word_diff(old, new)}


@register.simple_tag
def as_text(string: str) -> str:
    """Inline HTML as plain text, which Django escapes."""
    return readable(string)
