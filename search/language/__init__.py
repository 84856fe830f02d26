"""How words are compared: one object a language, used by the understanding of queries and by engines alike."""

from .language import Language, content_languages, language
from .marking import Matcher, fragments, highlight
from .sounds import sounds
from .words import Token, tokens, words

__all__ = [
    "Language",
    "Matcher",
    "Token",
    "content_languages",
    "fragments",
    "highlight",
    "language",
    "sounds",
    "tokens",
    "words",
]
