"""Home page, sections and site settings."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Locale, Page, Site

from articles.models import ArticleIndexPage
from cms.core.models import SiteSettings, SocialLink
from cms.demo.loading.bodies import BodyWriter, stream
from cms.demo.loading.found import Found
from cms.demo.loading.names import key_of
from cms.demo.loading.wording import Wording
from cms.demo.loading.works import store_draft, translate_work
from cms.demo.site_texts import BOILERPLATE, HOME, ISSUER, PAGES, SOCIAL_LINKS, DemoPage
from home.models import HomePage, SectionPage
from partnerships.models import LibraryPage

FIRST_HOME_DEPTH = 2


def load_pages(found: Found) -> None:
    """Load the pages that are no articles, and then the settings that name some of them."""
    home = _load_home(found)
    _name_site()
    for page in PAGES:
        found.pages[page.key] = _load_page(page, home, found)
    _load_settings(found)


def _load_home(found: Found) -> HomePage:
    """Fill the site's home page, unless somebody has done so already."""
    home: HomePage = HomePage.objects.filter(depth=FIRST_HOME_DEPTH, locale=found.source).first() or _first_home(found)
    if not home.intro:
        key = home.translation_key

        def build(locale: Locale, say: Wording) -> HomePage:
            slug = f"{home.slug}-{locale.language_code}"  # belongs to no address
            return _home(HomePage(locale=locale, translation_key=key, slug=slug), say, found)

        _home(home, found.wording(found.source), found)
        home.save_revision().publish()
        translate_work(home, found, build)
    found.pages[HOME.key] = home
    return home


def _name_site() -> None:
    """Give a site that still has Wagtail's first address the one under which the demo is served."""
    served = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    site = Site.objects.filter(is_default_site=True, hostname="localhost", port=80).first()
    if site is not None and served.hostname and served.port:
        site.hostname, site.port = served.hostname, served.port
        site.save()


def _first_home(found: Found) -> HomePage:
    root = Page.get_first_root_node()
    home = HomePage(title=HOME.title[found.source.language_code], slug="home", locale=found.source)
    root.add_child(instance=home)
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "port": 80, "root_page": home, "site_name": "Trilog"}
    )
    return home


def _home(home: HomePage, say: Wording, found: Found) -> HomePage:
    _fill(home, HOME, say)
    home.image = found.images[HOME.picture] if HOME.picture else None
    home.body = _stream(HomePage, HOME, say, found)
    return home


def _load_page(item: DemoPage, home: HomePage, found: Found) -> Page:
    page = _page(item, found.source, found.wording(found.source), found)
    stored = type(page).objects.filter(translation_key=page.translation_key, locale=found.source).first()
    if stored is not None:
        return stored
    store_draft(page, home)
    page.save_revision().publish()
    translate_work(page, found, lambda locale, say: _page(item, locale, say, found))
    return page


def _page(item: DemoPage, locale: Locale, say: Wording, found: Found) -> Page:
    page: Any
    if item.model == "article_index":
        page = ArticleIndexPage(intro=say(item.intro), listing_kind=item.lists)
    elif item.model == "library":
        page = LibraryPage(intro=say(item.intro), shows=item.lists)
    else:
        page = SectionPage(
            image=found.images[item.picture] if item.picture else None,
            body=_stream(SectionPage, item, say, found),
        )
    page.locale = locale
    page.translation_key = key_of("page", item.key)
    page.slug = say(item.slug)
    page.show_in_menus = item.in_menu
    _fill(page, item, say)
    return page


def _fill(page: Any, item: DemoPage, say: Wording) -> None:
    page.title = say(item.title)
    page.draft_title = page.title
    page.intro = say(item.intro)
    page.search_description = say(item.seo_description)


def _stream(model: type[Page], item: DemoPage, say: Wording, found: Found) -> Any:
    stored = BodyWriter(item.key, say, found).write(item.body)
    return stream(model, stored)


def _load_settings(found: Found) -> None:
    """One row a locale, written by hand: settings have no drafts and so no translation workflow."""
    for code, locale in found.locales.items():
        if SiteSettings.objects.filter(locale=locale).exists():
            continue
        settings: Any = SiteSettings(
            locale=locale,
            translation_key=key_of("settings"),
            issuer=ISSUER[code],
            boilerplate=BOILERPLATE[code],
            imprint=_in_locale(found.pages["imprint"], locale),
            privacy=_in_locale(found.pages["privacy"], locale),
        )
        settings.social_links = [
            SocialLink(label=label, url=url, locale=locale, translation_key=key_of("social link", label))
            for label, url in SOCIAL_LINKS
        ]
        settings.save()
        found.created.append(settings)


def _in_locale(page: Page, locale: Locale) -> Page | None:
    return Page.objects.filter(translation_key=page.translation_key, locale=locale).first()
