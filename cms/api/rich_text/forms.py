"""The forms in which rich text can be had."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..parameters import Parameter
from ..values import Choice
from .fields import RichTextFields
from .markdown import markdown
from .tree import tree

HTML = "html"
_FORMS: Mapping[str, Callable[[str], Any]] = {"markdown": markdown, "tree": tree}


@dataclass(frozen=True)
class _Form(Choice):
    """The name of a form."""

    def schema(self) -> dict[str, Any]:
        """The names, and which one it is without."""
        return {**super().schema(), "default": HTML}


RICH_TEXT = Parameter(
    name="rich_text",
    description=(
        "The form of every rich text (`RichText` in the schema): `html`, `markdown` (CommonMark) or `tree` (objects, "
        "for clients that render it themselves). Links in it are absolute and lead to the work's own locale."
    ),
    value=_Form((HTML, *_FORMS)),
)


def in_form(answer: dict[str, Any], fields: RichTextFields, form: str | None) -> dict[str, Any]:
    """The answer with its rich text in that form; HTML, as it is stored, without one."""
    if form is None or form == HTML:
        return answer
    rewritten: dict[str, Any] = fields.rewritten(answer, _FORMS[form])
    return rewritten
