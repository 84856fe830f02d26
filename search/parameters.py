"""What can be asked of a search: the same for the API and for the site's page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from cms.api.negotiation import LOCALE, locale_codes
from cms.api.pagination import DEFAULT_LIMIT, LIMIT, MAX_LIMIT
from cms.api.parameters import Parameter
from cms.api.values import PRINTABLE, REGION, YEAR, Choice, Integer, Key, Text
from cms.publishing.locales import fallback_order
from cms.publishing.registry import registry

from .asking import FACETS, MAX_HITS, SearchQuery

LONGEST: Final = 500
"""Letters of a query. In whatever script, encoded they fit into the line of a request."""
OWN, ALL = "own", "all"


@dataclass(frozen=True)
class QueryText(Text):
    """What a reader typed; nothing at all is fine, too."""

    longest: int = LONGEST

    def schema(self) -> dict[str, Any]:
        """A string with its limit, without control characters."""
        return {"type": "string", "maxLength": self.longest, "pattern": PRINTABLE}


def types() -> tuple[str, ...]:
    """Names of the types that can be found."""
    return tuple(entry.name for entry in registry.all() if entry.collection)


def kinds() -> tuple[str, ...]:
    """Names of all their kinds."""
    return tuple(dict.fromkeys(kind for entry in registry.all() if entry.collection for kind in entry.kind_labels))


Q = Parameter(
    name="q",
    description=(
        "What is looked for. Every word counts; words in quotation marks stand next to each other, and a hyphen before "
        "a word keeps out what contains it. Places are found by any of their names. Without it, everything, newest "
        "first."
    ),
    value=QueryText(),
    empty=True,
)
SCOPE = Parameter(
    name="scope",
    description=(
        "`own` (the default): what is published in the locale. `all`: one hit for each work, in the locale or, where "
        "it is not published in it, in the next best."
    ),
    value=Choice((OWN, ALL)),
)
NARROWING: Final[tuple[Parameter, ...]] = (
    Parameter(name="type", description="Types of works.", value=Choice(types), many=True),
    Parameter(name="kind", description="Kinds of works.", value=Choice(kinds), many=True),
    Parameter(name="place", description="Keys of municipalities that works have to do with.", value=Key(), many=True),
    Parameter(name="region", description="Regions (ISO 3166-2, such as `DE-NW`).", value=REGION, many=True),
    Parameter(name="year", description="Years.", value=YEAR, many=True),
    Parameter(name="language", description="Locales that hits are served in.", value=Choice(locale_codes), many=True),
)
"""One parameter for each facet."""
DEEPEST: Final = MAX_HITS - MAX_LIMIT
OFFSET = Parameter(name="offset", description="Hits to leave out before the page.", value=Integer(0, DEEPEST, 0))

PARAMETERS: Final = (Q, LOCALE, SCOPE, *NARROWING, LIMIT, OFFSET)


def search_query(values: Mapping[str, Any], locale: str) -> SearchQuery:
    """The search that these values (see PARAMETERS) ask for, for a reader of a locale."""
    return SearchQuery(
        text=values.get(Q.name, ""),
        locales=tuple(fallback_order(locale)) if values.get(SCOPE.name) == ALL else (locale,),
        chosen={name: tuple(map(str, values[name])) for name in FACETS if name in values},
        limit=values.get(LIMIT.name, DEFAULT_LIMIT),
        offset=values.get(OFFSET.name, 0),
    )
