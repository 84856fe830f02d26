"""What the place of a segment in the work is called: "Body › Fact box 3 › Heading"."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.fields import StreamField

from .panels import FieldPlace, place_of, places_of_fields

_CELL = re.compile(r"(\d+)-(\d+)$")
"""How tables name their cells: row and column, from 0."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a segment stands, for people."""

    tab: str
    group: str
    """The field, block or child row that the segment is a part of; its siblings have the same."""
    label: str
    """The part of it; "" where the group is all."""
    order: tuple[int, int, int]
    """Of the panel, then of the row or block in it, then 0: the order in which the editor shows them."""

    @property
    def title(self) -> str:
        """Both in one line."""
        return f"{self.group} › {self.label}" if self.label else self.group


class Places:
    """Names the places of one source's segments, from its definition and its submitted content. No queries."""

    def __init__(self, model: type[models.Model], content: Mapping[str, Any]) -> None:
        self._model = model
        self._content = content
        self._panels = places_of_fields(model)
        self._streams: dict[str, list[Any]] = {}

    def at(self, path: str) -> Place:
        """The place with this content path."""
        name, _dot, rest = path.partition(".")
        panel = place_of(name, self._panels)
        try:
            field = self._model._meta.get_field(name)
        except FieldDoesNotExist:
            return Place(panel.tab, capfirst(name), rest, (panel.order, 0, 0))
        if isinstance(field, StreamField):
            return self._in_stream(field, panel, rest)
        if isinstance(field, models.ManyToOneRel):
            return self._in_row(field, panel, rest)
        label = _("Link") if rest else ""
        return Place(panel.tab, capfirst(str(getattr(field, "verbose_name", name))), label, (panel.order, 0, 0))

    def blocks(self) -> Iterator[tuple[str, Any]]:
        """The content path and the value of every block of the work's bodies, in order."""
        for field in self._model._meta.get_fields():
            if isinstance(field, StreamField):
                for child in self._stream(field.name):
                    yield f"{field.name}.{child.get('id')}", child.get("value")

    def _in_row(self, relation: models.ManyToOneRel, panel: FieldPlace, rest: str) -> Place:
        key, _dot, name = rest.partition(".")
        rows = self._content.get(relation.name or "") or []
        index = next((at for at, row in enumerate(rows) if str(row.get("translation_key")) == key), len(rows))
        heading = panel.heading or capfirst(str(relation.related_model._meta.verbose_name_plural))
        field_name, _dot, more = name.partition(".")
        field: Any = relation.related_model._meta.get_field(field_name)
        label = capfirst(str(getattr(field, "verbose_name", field_name)))
        if more:
            label = f"{label} › {_('Link')}"
        return Place(panel.tab, f"{heading} {index + 1}", label, (panel.order, index, 0))

    def _in_stream(self, field: StreamField, panel: FieldPlace, rest: str) -> Place:
        block_id, _dot, inner = rest.partition(".")
        children = self._stream(field.name)
        index = next((at for at, child in enumerate(children) if child.get("id") == block_id), len(children))
        name = capfirst(str(field.verbose_name))
        if index == len(children):
            return Place(panel.tab, name, "", (panel.order, index, 0))
        child = children[index]
        block = field.stream_block.child_blocks.get(child.get("type"))
        if block is None:
            return Place(panel.tab, name, "", (panel.order, index, 0))
        parts = _parts(block, child.get("value"), _split(inner))
        group = f"{name} › {index + 1}. {capfirst(str(block.label))}"
        return Place(panel.tab, group, " › ".join(parts), (panel.order, index, 0))

    def _stream(self, name: str) -> list[Any]:
        if name not in self._streams:
            raw = self._content.get(name) or "[]"
            self._streams[name] = json.loads(raw) if isinstance(raw, str) else list(raw)
        return self._streams[name]


def _split(path: str) -> list[str]:
    """The parts of a path within a block. The address of a link, which is quoted, stays one part."""
    before, quote, link = path.partition("'")
    parts = [part for part in before.split(".") if part]
    return [*parts, quote + link] if quote else parts


def _parts(block: Any, value: Any, path: Sequence[str]) -> list[str]:
    """What the steps from a block down to one of its texts are called."""
    if not path:
        return []
    step, rest = path[0], path[1:]
    if step.startswith("'"):
        return [_("Link")]
    if isinstance(block, blocks.StructBlock):
        child = block.child_blocks.get(step)
        if child is None:
            return []
        inner = value.get(step) if isinstance(value, Mapping) else None
        return [capfirst(str(child.label)), *_parts(child, inner, rest)]
    if isinstance(block, blocks.ListBlock):
        return [str(_index(value, step) + 1), *_parts(block.child_block, _item(value, step), rest)]
    if isinstance(block, blocks.StreamBlock):
        index = _index(value, step)
        item = value[index] if isinstance(value, list) and index < len(value) else {}
        child = block.child_blocks.get(item.get("type", ""))
        if child is None:
            return [str(index + 1)]
        return [f"{index + 1}. {capfirst(str(child.label))}", *_parts(child, item.get("value"), rest)]
    if cell := _CELL.fullmatch(step):
        return [_("row %(row)d, column %(column)d") % {"row": int(cell[1]) + 1, "column": int(cell[2]) + 1}]
    if step == "caption":
        return [_("Caption")]
    return []


def _index(items: Any, item_id: str) -> int:
    items = items if isinstance(items, list) else []
    return next(
        (at for at, item in enumerate(items) if isinstance(item, Mapping) and item.get("id") == item_id), len(items)
    )


def _item(items: Any, item_id: str) -> Any:
    index = _index(items, item_id)
    return items[index].get("value") if isinstance(items, list) and index < len(items) else None
