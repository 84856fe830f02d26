"""The shapes that answers of every type share, for the schema."""

from typing import Annotated, Literal, NotRequired, TypeAlias

from pydantic import Field
from typing_extensions import TypedDict

Key: TypeAlias = Annotated[str, Field(json_schema_extra={"format": "uuid"})]
"""The id of a work."""
Moment: TypeAlias = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
"""A date and time with its distance from UTC."""
Address: TypeAlias = Annotated[str, Field(json_schema_extra={"format": "uri"})]
"""A full address."""


class Language(TypedDict):
    """Which locale was asked for, which is served, and in what state.

    `native`: as asked for. `partial`: as asked for, with gaps in the translation. `fallback`: another locale.
    """

    requested: str
    served: str
    state: Literal["native", "fallback", "partial"]


class Translation(TypedDict):
    """One published edition of the work. `outdated`: its source has changed since. `partial`: it has gaps."""

    locale: str
    title: str
    slug: str
    url: Address | None
    api_url: Address | None
    state: Literal["current", "outdated", "partial"]


class Summary(TypedDict):
    """Another work as it is shown inside this one: in this edition's locale, or the best there is."""

    key: Key
    type: str
    kind: str
    locale: str
    slug: str
    title: str
    url: Address | None
    api_url: Address | None


class Untranslated(TypedDict):
    """Which of a draft's fields are (at least partly) in the language of its source. Parts of fields are marked where
    they stand."""

    lang: str
    fields: list[str]


class Envelope(TypedDict):
    """What every list row and every detail answer holds, besides its own `type` and `kind`.

    `change` is the number of its last change in the log. Only drafts may have `untranslated`.
    """

    key: Key
    locale: str
    language: Language
    slug: str
    title: str
    url: Address | None
    api_url: Address | None
    translations: list[Translation]
    first_published_at: Moment | None
    last_changed_at: Moment
    change: int | None
    untranslated: NotRequired[Untranslated]


class LocaleRow(TypedDict):
    """A locale that content is published in. `url` is the home page's address."""

    code: str
    name: str
    native_name: str
    default: bool
    url: Address


class Redirect(TypedDict):
    """The path has moved: the new path, or the full address where it lies outside this site."""

    redirect: str


class ChangeEntry(TypedDict):
    """What happened to one edition. `at` is when; `api_url` is where it is (or was) served."""

    id: int
    action: Literal["published", "changed", "moved", "unpublished", "deleted"]
    type: str
    key: Key
    locale: str
    api_url: Address
    at: Moment


class ChangeFeed(TypedDict):
    """Changes in the order in which they became public. `cursor` is what to ask with next time."""

    changes: list[ChangeEntry]
    cursor: str
    has_more: bool


class ProblemField(TypedDict, total=False):
    """What is wrong with one parameter."""

    parameter: str
    detail: str
    allowed: list[str]


class AvailableEdition(TypedDict):
    """A locale in which the work is published."""

    locale: str
    api_url: Address


class _Problem(TypedDict):
    type: str
    title: str
    status: int
    detail: str


class Problem(_Problem, total=False):
    """An error (RFC 9457). `available` comes with a work that is published in other locales only."""

    errors: list[ProblemField]
    available: list[AvailableEdition]
