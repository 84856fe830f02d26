"""Bodies: from the plain blocks of the demo content to the stored form of a StreamField."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import singledispatchmethod
from typing import Any

from cms.demo import blocks
from cms.demo.loading.found import Found
from cms.demo.loading.names import key_of
from cms.demo.loading.wording import Wording

_ARTICLE_LINK = re.compile(r"""<a href=['"]article:(?P<key>[^'"]+)['"]>""")


class UnknownBlockError(Exception):
    """A page has no block of the type that its demo content wants."""


def stream(model: type[Any], stored: Sequence[dict[str, Any]], field: str = "body") -> Any:
    """Return the stored form of a body as the value of a model's StreamField, which would drop unknown blocks."""
    block = model._meta.get_field(field).stream_block
    for child in stored:
        if child["type"] not in block.child_blocks:
            raise UnknownBlockError(f"{model.__name__} has no block {child['type']!r}")
    return block.to_python(list(stored))


class BodyWriter:
    """Writes the blocks of one work in one locale. Block ids depend on the work and the position only."""

    def __init__(self, work: str, wording: Wording, found: Found) -> None:
        self.work = work
        self.say = wording
        self.found = found

    def write(self, body: Sequence[blocks.Block]) -> list[dict[str, Any]]:
        """Return the stored form of a body."""
        return [
            {"type": block.block_type, "value": self.value(block), "id": str(key_of("block", self.work, position))}
            for position, block in enumerate(body)
        ]

    @singledispatchmethod
    def value(self, block: Any) -> Any:
        """Return the stored value of one block."""
        raise NotImplementedError(f"no way to store {type(block).__name__}")

    @value.register
    def _heading(self, block: blocks.Heading) -> Any:
        return {"text": self.say(block.text), "level": str(block.level)}

    @value.register
    def _paragraph(self, block: blocks.Paragraph) -> Any:
        return self._html(self.say(block.text))

    @value.register
    def _quote(self, block: blocks.Quote) -> Any:
        return {
            "text": self.say(block.text),
            "speaker": self.say(block.speaker),
            "function": self.say(block.function),
            "date": block.date or "",
            "extract": block.extract,
        }

    @value.register
    def _picture(self, block: blocks.Picture) -> Any:
        return self._shown(block.picture)

    @value.register
    def _gallery(self, block: blocks.Gallery) -> Any:
        return {
            "title": self.say(block.title),
            "images": self._list(block, block.pictures, self._shown),
        }

    @value.register
    def _documents(self, block: blocks.Documents) -> Any:
        return {
            "title": self.say(block.title),
            "documents": self._list(block, block.documents, lambda key: self.found.documents[key].pk),
        }

    @value.register
    def _fact_box(self, block: blocks.FactBox) -> Any:
        return {"title": self.say(block.title), "text": self._html(self.say(block.text))}

    @value.register
    def _partnership(self, block: blocks.ChosenPartnership) -> Any:
        return self.found.partnerships[block.partnership].pk

    @value.register
    def _partnership_list(self, block: blocks.PartnershipList) -> Any:
        return {
            "title": self.say(block.title),
            "region": block.region,
            "anniversary_year": block.anniversary_year,
        }

    @value.register
    def _timeline(self, block: blocks.Timeline) -> Any:
        return {"title": self.say(block.title), "events": self._list(block, block.events, self._event)}

    @value.register
    def _call_to_action(self, block: blocks.CallToAction) -> Any:
        return {"text": self.say(block.text), "label": self.say(block.label), "page": None, "url": block.url}

    @value.register
    def _embed(self, block: blocks.Embed) -> Any:
        return {"url": block.url, "title": self.say(block.title)}

    @value.register
    def _bibliography(self, block: blocks.Bibliography) -> Any:
        return {
            "kind": block.kind,
            "author": block.author,
            "title": block.title,
            "publication": block.publication,
            "issue": block.issue,
            "pages": block.pages,
            "date": block.date,
            "url": block.url,
        }

    @value.register
    def _table(self, block: blocks.Table) -> Any:
        headers = {(True, True): "both", (True, False): "row", (False, True): "column", (False, False): "neither"}
        return {
            "data": [[self.say(cell) for cell in row] for row in block.rows],
            "cell": [],
            "mergeCells": [],
            "first_row_is_table_header": block.header_row,
            "first_col_is_header": block.header_column,
            "table_caption": self.say(block.caption),
            "table_header_choice": headers[(block.header_row, block.header_column)],
        }

    def _event(self, event: blocks.Event) -> Any:
        return {"date": event.date, "title": self.say(event.title), "text": self._html(self.say(event.text))}

    def _shown(self, picture: str) -> Any:
        return {"image": self.found.images[picture].pk, "alt": "", "caption": "", "credit": "", "licence": ""}

    def _list(self, block: Any, items: Sequence[Any], value: Callable[[Any], Any]) -> list[dict[str, Any]]:
        name = block.title[self.say.source]
        return [
            {"type": "item", "value": value(item), "id": str(key_of("item", self.work, name, position))}
            for position, item in enumerate(items)
        ]

    def _html(self, text: str) -> str:
        if not text:
            return ""
        linked = _ARTICLE_LINK.sub(lambda link: self._page_link(link["key"]), text)
        return linked if linked.startswith(("<p", "<ul", "<ol")) else f"<p>{linked}</p>"

    def _page_link(self, key: str) -> str:
        return f'<a linktype="page" id="{self.found.articles[key].pk}">'
