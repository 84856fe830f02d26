"""`llms.txt` (llmstxt.org): the site in a page of Markdown, for programs that read on somebody's behalf."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.api.base_view import Asked
from cms.api.caching import Answer
from cms.api.collection import collections
from cms.api.endpoints import endpoints
from cms.core.models import SiteSettings
from cms.core.rich_text import plain_text
from cms.core.site.languages import native_name
from cms.core.site.pages_tree import PageNode, PageTree
from cms.publishing.locales import content_locales

from .calendars.source import calendar_sources
from .syndication.source import feed_sources
from .syndication.views import FORMATS
from .view import FormatView, LocalView

MEDIA_TYPE = "text/plain; charset=utf-8"
SUMMARY_LENGTH = 400

Line = tuple[str, str, str]
"""Name, path and a note ("" for none)."""


class LlmsView(LocalView):
    """What there is in one language, and where programs get it."""

    def answer(self, asked: Asked) -> Answer:
        """The page. Two queries."""
        return _answer(asked)


class SiteLlmsView(FormatView):
    """The same at the address where programs look first, in the default language."""

    def answer(self, asked: Asked) -> Answer:
        """The page. Two queries."""
        return _answer(asked)


def _answer(asked: Asked) -> Answer:
    locale = asked.locales.requested
    with override(locale):
        text = _text(locale, asked.origin)
    return Answer(content=text.encode(), content_language=locale, surrogate_keys=("pages",), content_type=MEDIA_TYPE)


def _text(locale: str, origin: str) -> str:
    said = SiteSettings.objects.filter(locale__language_code=locale).values("issuer", "boilerplate").first()
    parts = [f"# {_plain(settings.WAGTAIL_SITE_NAME)}"]
    if said:
        about = Truncator(plain_text(said["boilerplate"])).chars(SUMMARY_LENGTH)
        parts.append(f"> {_plain(': '.join(filter(None, (said['issuer'], about))))}")
    parts.append(
        _(
            "Every text is published in one or more languages, and says in which one it is. Facts such as dates and "
            "places are the same in all of them. Dates of the library may be known to the year only."
        )
    )
    sections = {
        _("Pages"): _pages(PageTree.load(), locale),
        "API": _api(locale),
        _("Feeds"): _feeds(),
        _("Calendars"): _calendars(),
        _("Open data"): [(_("Catalogue"), reverse("site_files:catalog"), "DCAT-AP, JSON-LD")],
        # This heading has a meaning of its own in the convention: what can be left out.
        "Optional": _other_languages(locale),
    }
    for title, lines in sections.items():
        links = [_link(line, origin) for line in lines]
        if links:
            parts.append("\n".join((f"## {title}", "", *links)))
    return "\n\n".join(parts) + "\n"


def _pages(tree: PageTree, locale: str) -> Iterator[Line]:
    home = tree.home(locale)
    if home is None:
        return
    yield home.title, home.url, ""
    for node in tree.menu(home):
        yield from _page(tree, node)


def _page(tree: PageTree, node: PageNode) -> Iterator[Line]:
    yield node.title, node.url, ""
    for child in tree.menu(node):
        yield child.title, child.url, ""


def _api(locale: str) -> Iterator[Line]:
    yield _("Documentation"), reverse("api:docs"), ""
    yield "OpenAPI 3.1", reverse("api:schema"), ""
    for collection in collections.all():
        yield collection.path, f"{reverse(f'api:{collection.path}')}?locale={locale}", collection.list_summary
    yield "changes", reverse("api:changes"), _("what has been published, changed and taken away")
    for endpoint in endpoints.all():
        view = endpoint.view()
        operation = view.operation()
        if endpoint.listed and operation and not any(parameter.required for parameter in view.parameters()):
            yield endpoint.path, f"{reverse(f'api:{endpoint.path}')}?locale={locale}", operation.summary


def _feeds() -> Iterator[Line]:
    names = {"rss": "RSS", "atom": "Atom", "json": "JSON Feed"}
    for source in feed_sources:
        for form in FORMATS:
            yield f"{source.title} ({names[form]})", reverse(f"feeds:{source.name}-{form}"), ""


def _calendars() -> Iterator[Line]:
    for source in calendar_sources:
        yield str(source.title), reverse(f"feeds:{source.name}-calendar"), str(source.description)


def _other_languages(locale: str) -> Iterable[Line]:
    for code in content_locales():
        if code != locale:
            with override(code):
                yield native_name(code), reverse("feeds:llms"), ""
    yield _("Sitemap"), reverse("site_files:sitemap"), ""


def _link(line: Line, origin: str) -> str:
    name, path, note = line
    link = f"- [{_plain(name)}]({origin}{path})"
    return f"{link}: {_plain(note)}" if note else link


def _plain(text: str) -> str:
    """Text that Markdown takes as it is, on one line."""
    escaped = "".join(f"\\{letter}" if letter in "\\[]*_`<>#" else letter for letter in text)
    return " ".join(escaped.split())
