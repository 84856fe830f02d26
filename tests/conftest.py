"""What many tests start from. Fixtures of one topic stand beside the tests of that topic."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection
from django.utils import translation
from pytest_django import DjangoDbBlocker
from pytest_django.fixtures import Settings
from wagtail.models import Locale, Page, Site

from cms.api.recent import forget
from cms.core.models import User
from tests.demo_site import DemoSite, demo_site, running
from tests.migrated_database import migrated_database

pytest_plugins = ["tests.search_servers.fixtures"]

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM_PATHS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests marked ``postgresql`` run where DATABASE_URL names one, as in ``make test-postgresql``."""
    if connection.vendor == "postgresql":
        return
    skip = pytest.mark.skip(reason="NEEDS POSTGRESQL: `make test-postgresql` starts one and runs these tests on it")
    for item in items:
        if item.get_closest_marker("postgresql"):
            item.add_marker(skip)


@pytest.fixture(scope="session")
def django_db_use_migrations() -> bool:
    """PostgreSQL is migrated as in production; SQLite starts from a copy (see django_db_setup)."""
    return connection.vendor != "sqlite"


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """The test database with all that the migrations put into it."""
    if connection.vendor == "sqlite":
        with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
            patch.setattr(django_settings, "MIGRATION_MODULES", {})
            template = sqlite3.connect(migrated_database(request.config.cache.mkdir("migrated")))
            connection.ensure_connection()
            template.backup(connection.connection)
            template.close()
            ContentType.objects.clear_cache()
            if hasattr(connection, "_test_serialized_contents"):
                connection._test_serialized_contents = connection.creation.serialize_db_to_string()
            yield
    else:
        yield


@pytest.fixture(autouse=True)
def _own_surroundings(settings: Settings, tmp_path: Path) -> Iterator[None]:
    """Every test has the default language active, nothing remembered and a media folder of its own."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    cache.clear()
    forget()
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture
def locales(db: None) -> dict[str, Locale]:
    """Every locale of the site by its code, the default one first."""
    codes = [code for code, _name in django_settings.WAGTAIL_CONTENT_LANGUAGES]
    return {code: Locale.objects.get_or_create(language_code=code)[0] for code in codes}


@pytest.fixture
def root_page(locales: dict[str, Locale]) -> Page:
    """The root of Wagtail's tree, there even after a test that emptied the database."""
    default = locales[django_settings.LANGUAGE_CODE]
    return Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root", locale=default))


@pytest.fixture
def site(root_page: Page, locales: dict[str, Locale]) -> Site:
    """The default site, with a published home page in each locale: ``site.root_page`` is the default locale's."""
    from home.models import HomePage

    Site.objects.all().delete()
    default = locales[django_settings.LANGUAGE_CODE]
    home = HomePage(title="Trilog", slug=f"home-{default.language_code}", locale=default)
    root_page.add_child(instance=home)
    for locale in locales.values():
        if locale != default:
            target = home.copy_for_translation(locale)
            target.slug = f"home-{locale.language_code}"
            target.save_revision().publish()
    site = Site.objects.create(hostname="testserver", root_page=home, is_default_site=True, site_name="Trilog")
    home.save_revision().publish()
    return site


@pytest.fixture
def administrator(db: None) -> User:
    """May do everything."""
    return User.objects.create_superuser("administrator", "administrator@example.org", "administrator")


@pytest.fixture
def editor(db: None) -> User:
    """A member of the group Editors."""
    user = User.objects.create_user("editor", "editor@example.org", "editor")
    user.groups.add(Group.objects.get(name="Editors"))
    return user


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the Chromium that this machine has. Without one the test is skipped, but in CI it fails."""
    for name in CHROMIUM_NAMES:
        if path := shutil.which(name):
            return path
    for path in CHROMIUM_PATHS:
        if path.exists():
            return str(path)
    missing = "NEEDS CHROMIUM: `make system-packages` installs it or names the package"
    if os.environ.get("CI"):
        pytest.fail(missing)
    pytest.skip(missing)


@pytest.fixture(scope="session")
def node() -> str:
    """The path of Node. Where it is missing the test is skipped, but in CI it fails."""
    return _command("node")


@pytest.fixture(scope="session")
def curl() -> str:
    """The path of curl. Where it is missing the test is skipped, but in CI it fails."""
    return _command("curl")


def _command(name: str) -> str:
    if path := shutil.which(name):
        return path
    missing = f"NEEDS {name.upper()}: `make system-packages` installs it or names the package"
    if os.environ.get("CI"):
        pytest.fail(missing)
    pytest.skip(missing)


@pytest.fixture(scope="session")
def demo_files(request: pytest.FixtureRequest) -> DemoSite:
    """The demo content as files, to be copied."""
    return demo_site(request.config.cache.mkdir("demo"))


@pytest.fixture(scope="module")
def running_demo(demo_files: DemoSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoSite]:
    """A running server with the demo content."""
    with running(demo_files, tmp_path_factory.mktemp("demo") / "site") as site:
        yield site
