"""`resolve/`: from a site path to what is published there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Union
from urllib.parse import quote, unquote, urlsplit

from django.db.models import F
from django.http import HttpRequest
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect as StoredRedirect
from wagtail.models import Site

from cms.publishing.models.edition import EditionQuerySet

from .base_view import ApiView, Asked
from .caching import Answer
from .collection import collections
from .errors import NoSuchWorkError
from .fields import fields_parameter
from .parameters import Parameter
from .rich_text import RICH_TEXT
from .rows import COLUMNS, row_columns, row_of
from .schema.operation import Operation
from .types import Redirect
from .values import Value, ValueNotAllowedError
from .views import work_answer

MAX_PATH = 2_000
PATTERN = r"^/(?!/)[^\\?#%\u0000-\u001F\u007F]*$"
"""Paths that are not percent-encoded; encoded ones will do as well."""


class SitePath(Value):
    """A path of the site, as it is or percent-encoded."""

    def parse(self, text: str) -> str:
        """The decoded path."""
        path = unquote(text)
        wrong = not path.startswith("/") or path.startswith("//") or "\\" in path or "\ufffd" in path
        if wrong or "?" in text or "#" in text or len(path) > MAX_PATH or any(ord(letter) < 32 for letter in path):
            raise ValueNotAllowedError(
                _("must be a path of this site such as /xx/yy/, without host, query or fragment")
            )
        return path

    def schema(self) -> dict[str, Any]:
        """A string that begins with a slash."""
        return {"type": "string", "pattern": PATTERN, "maxLength": MAX_PATH}


PATH = Parameter(
    name="path",
    description="The path, such as `/de/presse/`; its locale is the answer's.",
    value=SitePath(),
    required=True,
)


class ResolveView(ApiView):
    """The edition behind a site path, or where the path has moved to."""

    def parameters(self) -> Sequence[Parameter]:
        """The path, the projection, and the form of rich text."""
        names = dict.fromkeys(name for collection in collections.all() for name in collection.work_fields)
        return (PATH, fields_parameter(tuple(names)), RICH_TEXT)

    def operation(self) -> Operation:
        """A detail answer or a redirect."""
        works = [collection.work for collection in collections.all()]
        return Operation(
            id="resolve",
            summary="What is published at a site path",
            description=(
                "The detail answer of the edition behind the path, in the path's locale; or where the path has moved "
                "to. Only what is public is ever named."
            ),
            tag="resolve",
            name="Resolved",
            shape=Union[(*works, Redirect)],
            missing=True,
        )

    def answer(self, asked: Asked) -> Answer:
        """The edition's detail answer in its own locale, or a redirect. Raises NoSuchWorkError."""
        path: str = asked.values["path"]
        columns = row_columns("document", "")
        found = _at(path, asked.editions).annotate(**columns).values_list(*COLUMNS, *columns).first()
        if found is not None:
            row = row_of(found)
            return work_answer(row, asked, row.changed_at, requested=row.locale)
        target = _redirect_target(self.request, path, asked.editions)
        if target is None:
            raise NoSuchWorkError(_("Nothing is published at this path."))
        return Answer(content={"redirect": target}, surrogate_keys=("redirects",))


def _spellings(path: str) -> set[str]:
    """A path with and without its last slash, plain and percent-encoded."""
    bare = path.rstrip("/")
    plain = {bare, f"{bare}/"} - {""}
    return plain | {quote(spelling, safe="/~:@!$&'()*+,;=") for spelling in plain} | {iri_to_uri(s) for s in plain}


def _at(path: str, editions: EditionQuerySet) -> EditionQuerySet:
    return editions.filter(path__in=_spellings(path)).order_by("pk")


def _redirect_target(request: HttpRequest, path: str, editions: EditionQuerySet) -> str | None:
    """Where a redirect (an editor's or Wagtail's own) leads, if that is among the `editions`. This site's wins over a
    general one.
    """
    site = Site.find_for_request(request)
    old_paths = {spelling.rstrip("/") for spelling in _spellings(path)}
    found = StoredRedirect.get_for_site(site).filter(old_path__in=old_paths).order_by(F("site").asc(nulls_last=True))
    redirect = found.values(
        "redirect_link",
        "redirect_page_id",
        "redirect_page_route_path",
        "redirect_page__content_type__app_label",
        "redirect_page__content_type__model",
    ).first()
    return _target(redirect, request.get_host(), editions) if redirect else None


def _target(redirect: dict[str, Any], host: str, editions: EditionQuerySet) -> str | None:
    if redirect["redirect_page_id"]:
        model = f"{redirect['redirect_page__content_type__app_label']}.{redirect['redirect_page__content_type__model']}"
        pages = editions.filter(model=model, object_id=str(redirect["redirect_page_id"]))
        path = pages.values_list("path", flat=True).first()
        route = redirect["redirect_page_route_path"].strip("/")
        if path and route:
            return _path_at(f"{path.rstrip('/')}/{route}/", editions) or path
        return path
    link = urlsplit(redirect["redirect_link"] or "")
    if link.netloc and link.netloc != host:
        return link.geturl()
    return _path_at(unquote(link.path), editions) if link.path else None


def _path_at(path: str, editions: EditionQuerySet) -> str | None:
    return _at(path, editions).values_list("path", flat=True).first()
