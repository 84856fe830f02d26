"""What a content app tells the publishing core about its works."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Generic, Literal, TypeAlias, TypeVar

from django.db.models import Model, QuerySet
from django.utils.translation import override
from pydantic import Field
from typing_extensions import TypedDict

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from .context import Context

M = TypeVar("M", bound=Model)

Json = dict[str, Any]


Lang: TypeAlias = Annotated[
    str, Field(description="The locale of this part's text where it is untranslated, at least partly.")
]


class LangMark(TypedDict, total=False):
    """Of a part of a document: the locale of its text, where that is not (or not everywhere) the edition's own."""

    lang: Lang


State = Literal["source", "current", "outdated", "partial"]
"""Of an edition: written in this locale, a complete translation, one whose source has changed since, one with gaps."""


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """Names one edition: a work's type and id in one locale."""

    type: str
    key: str
    locale: str


@dataclass(frozen=True, slots=True)
class Gaps:
    """The texts of a row that stand in another locale than its own, because nobody has translated them yet.

    A path begins with the name of a field. Below a body follow the id of a block and names of its parts, below rows the
    translation key of a row and the name of its field (`body.<id>.caption`, `milestones.<key>.wording`).
    """

    locale: str
    paths: frozenset[str]

    def within(self, *place: object) -> bool:
        """Whether there are any at this place or below it."""
        path = ".".join(map(str, place))
        return any(gap == path or gap.startswith(f"{path}.") for gap in self.paths)


@dataclass(frozen=True, slots=True)
class Words:
    """What readers can find an edition by besides its title, as plain text: no markup, no addresses."""

    names: tuple[str, ...] = ()
    """What the work is called otherwise: in other languages, formerly, in short."""
    lead: str = ""
    body: str = ""
    about: tuple[str, ...] = ()
    """What it has to do with and does not say itself: places, regions, countries, tags, in the edition's language."""


@dataclass(frozen=True, slots=True)
class Built:
    """What `EditionType.build` returns. The projection adds the envelope (key, type, locale, addresses ...)."""

    kind: str
    title: str
    slug: str
    path: str | None
    """Site path of its page (`/de/presse/x/`), or None where it has none."""
    document: Json
    item: Json
    summary: Json
    """What other works show of this one. It must not hold what works of the same or a higher layer say."""
    earliest: date | None = None
    latest: date | None = None
    terms: tuple[tuple[str, str], ...] = ()
    """Exact filters: (name, value)."""
    words: Words = Words()
    point: tuple[float, float] | None = None
    """Longitude and latitude, WGS 84."""


class EditionType(ABC, Generic[M]):
    """One type of work: which models hold it and how its document is built.

    Content apps register one instance each in `AppConfig.ready()`.
    """

    name: ClassVar[str]
    collection: ClassVar[str] = ""
    """Path below the API's root; empty for works that are shown only inside others and have no rows in the log."""
    layer: ClassVar[int] = 0
    """Works of lower layers are projected first, because higher ones show their summaries."""
    day_dependent: ClassVar[bool] = False
    """Whether `at` says something else on another day."""
    position_dependent: ClassVar[bool] = False
    """Whether documents tell the page's place among its siblings, which moves when another page does."""
    is_place: ClassVar[bool] = False
    """Whether its works are places: whatever they are called, in any language, stands for the same in a search."""
    label: ClassVar[StrOrPromise] = ""
    """What its works are called, in the plural."""
    kind_labels: ClassVar[Mapping[str, StrOrPromise]] = {}
    """What one of each kind is called, for all kinds that there are."""
    models: tuple[type[M], ...]

    def queryset(self, model: type[M]) -> QuerySet[M]:
        """All rows of `model`, with everything prefetched that `build` reads from them."""
        return model._default_manager.all()

    @abstractmethod
    def build(self, obj: M, context: Context) -> Built:
        """The edition of `obj`. Pure: reads only `obj` and `context`, knows neither the clock nor the host.

        May be called again for the same object when the context had to look something up first.
        """

    def kind_label(self, kind: str, locale: str) -> str:
        """What works of that kind are called in the locale, "" where nobody says."""
        with override(locale):
            return str(self.kind_labels.get(kind, ""))

    def held_back_until(self, obj: M) -> datetime | None:
        """The moment before which a published `obj` must not be public (an embargo)."""
        return None

    def depends_on_day(self, document: Json) -> bool:
        """Whether `at` may say something else of this work on another day."""
        return self.day_dependent

    def at(self, document: Json, today: date) -> Json:
        """The document or list row as of `today`, with what depends on the date. A new dict when it differs."""
        return document
