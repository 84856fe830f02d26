"""XML written element by element, escaped, and without characters that XML does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Attributes = Mapping[str, str]


class XmlWriter:
    """Collects a document; `finished()` is its bytes in UTF-8."""

    def __init__(self) -> None:
        self._bytes = BytesIO()
        self._xml = XMLGenerator(self._bytes, "utf-8", short_empty_elements=True)
        self._xml.startDocument()

    @contextmanager
    def inside(self, name: str, attributes: Attributes | None = None) -> Iterator[None]:
        """An element around whatever is written inside the `with` block."""
        self._xml.startElement(name, _attributes(attributes))
        yield
        self._xml.endElement(name)

    def leaf(self, name: str, text: str = "", attributes: Attributes | None = None) -> None:
        """An element that holds only text."""
        self._xml.startElement(name, _attributes(attributes))
        if text:
            self._xml.characters(_NOT_XML.sub("", text))
        self._xml.endElement(name)

    def finished(self) -> bytes:
        """The whole document."""
        self._xml.endDocument()
        return self._bytes.getvalue()


def _attributes(given: Attributes | None) -> AttributesImpl[str]:
    return AttributesImpl({name: _NOT_XML.sub("", value) for name, value in (given or {}).items()})
