"""`preview/`: a draft as the detail answer that it would be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Union

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from cms.api.base_view import ApiView, Asked
from cms.api.caching import Answer, encode
from cms.api.collection import collections
from cms.api.errors import BadParametersError, FieldError, ProblemError
from cms.api.fields import fields_parameter, reduced
from cms.api.parameters import Parameter
from cms.api.rich_text import RICH_TEXT, in_form
from cms.api.schema.operation import Operation
from cms.api.values import PRINTABLE, Value
from cms.publishing.answers import document_answer

from .errors import PreviewEndedError, PreviewError
from .front_end import open_any
from .privacy import PRIVATE
from .tokens import MAX_LENGTH

ENDED = "urn:trilog:problem:preview-ended"


class TokenValue(Value):
    """A token, whatever it says."""

    def parse(self, text: str) -> str:
        """The token as it is; whether it is any good is not for the form to say."""
        return text

    def schema(self) -> dict[str, Any]:
        """A string."""
        return {"type": "string", "minLength": 1, "maxLength": MAX_LENGTH, "pattern": PRINTABLE}


TOKEN = Parameter(
    name="token",
    description="From the editor's “share preview”, or from Wagtail's preview panel where a front end is configured.",
    value=TokenValue(),
    required=True,
)


class PreviewView(ApiView):
    """A draft, private or embargoed work, for whoever holds a token: the same schema as when it is published."""

    def parameters(self) -> Sequence[Parameter]:
        """The token, the projection, and the form of rich text."""
        names = dict.fromkeys(name for collection in collections.all() for name in collection.work_fields)
        return (TOKEN, fields_parameter(tuple(names)), RICH_TEXT)

    def operation(self) -> Operation:
        """A detail answer."""
        works = [collection.work for collection in collections.all()]
        return Operation(
            id="preview",
            summary="A draft",
            description=(
                "The detail answer of a draft as it would be published, in the draft's own locale. The token is bound "
                "to one work, locale and revision; it expires and can be withdrawn. Other drafts are not told of. "
                "Never stored by caches."
            ),
            tag="preview",
            name="Preview",
            shape=Union[(*works,)],
            missing=True,
            cached=False,
        )

    def answer(self, asked: Asked) -> Answer:
        """The draft's document. Raises ProblemError where the token shows nothing."""
        if TOKEN.name not in asked.values:
            raise BadParametersError([FieldError(TOKEN.name, _("is required"))])
        try:
            draft = open_any(asked.values[TOKEN.name])
        except PreviewEndedError as error:
            raise ProblemError(404, detail=str(error), kind=ENDED, headers=PRIVATE) from None
        except PreviewError as error:
            raise ProblemError(404, detail=str(error), headers=PRIVATE) from None
        edition, form = draft.edition, asked.values.get(RICH_TEXT.name)
        content = document_answer(edition, requested=edition.locale, origin=asked.origin, today=asked.today)
        collection = collections.of_type(edition.type)
        if form and collection:
            content = in_form(content, collection.work_rich_text, form)
        return Answer(content=reduced(content, asked.values.get("fields")), content_language=edition.locale)

    def finish(self, request: HttpRequest, asked: Asked, answer: Answer) -> HttpResponse:
        """The answer without anything that would let a cache keep it."""
        headers = {**PRIVATE, "Content-Language": answer.content_language}
        return HttpResponse(encode(answer.content), content_type=answer.content_type, headers=headers)
