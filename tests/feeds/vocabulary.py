"""Is a piece of JSON-LD what schema.org says it may be? The part of schema.org that we use stands in a file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "schema-org.json").read_text())
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?([+-]\d{2}:\d{2}|Z))?)?)?")


def ancestors(type_name: str) -> set[str]:
    """The type and all that it is a kind of. Raises KeyError for what schema.org does not know."""
    return {type_name}.union(*(ancestors(parent) for parent in SCHEMA["types"][type_name]))


def mistakes(graph: dict[str, Any]) -> list[str]:
    """What is wrong with a page's JSON-LD."""
    nodes = {node["@id"]: node for node in graph["@graph"] if "@id" in node}
    found = [] if graph["@context"] == "https://schema.org" else ["context"]
    for node in graph["@graph"]:
        found += _wrong(node, nodes)
    return found


def _wrong(node: dict[str, Any], nodes: dict[str, Any]) -> Iterator[str]:
    type_name = node["@type"]
    if type_name not in SCHEMA["types"]:
        yield f"no such type: {type_name}"
        return
    for name, value in node.items():
        if name.startswith("@"):
            continue
        known = SCHEMA["properties"].get(name)
        if known is None or not ancestors(type_name) & set(known["of"]):
            yield f"{type_name} has no {name}"
            continue
        for member in value if isinstance(value, list) else [value]:
            if isinstance(member, dict):
                if set(member) == {"@id"}:
                    member = nodes.get(member["@id"], {"@type": f"nothing called {member['@id']}"})
                else:
                    yield from _wrong(member, nodes)
                if not ancestors(member["@type"]) & set(known["holds"]):
                    yield f"{type_name}.{name} holds no {member['@type']}"
            elif not any(_is(member, kind) for kind in known["holds"]):
                yield f"{type_name}.{name} holds no {member!r}"


def _is(value: Any, kind: str) -> bool:
    if kind in SCHEMA["members"]:
        return value in [f"https://schema.org/{member}" for member in SCHEMA["members"][kind]]
    if kind == "Number":
        return isinstance(value, int | float)
    if not isinstance(value, str) or not value:
        return False
    if kind == "Date":
        return DATE.fullmatch(value) is not None
    return kind == "Text" or (kind == "URL" and value.startswith(("http://", "https://")))
