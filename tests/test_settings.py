"""Production starts with everything it needs, or not at all."""

import importlib
import sys
from types import ModuleType

import pytest
from django.core.exceptions import ImproperlyConfigured

COMPLETE = {
    "SECRET_KEY": "k" * 30 + "3mZ-x8_qWv7!pL2#rT9@",
    "DATABASE_URL": "postgres://trilog:secret@db.example.org:5432/trilog",
    "ALLOWED_HOSTS": "www.example.org,example.org",
    "WAGTAILADMIN_BASE_URL": "https://www.example.org",
}


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A complete production environment and nothing else that the settings look at."""
    for name in ("BEHIND_TLS_PROXY", "DEBUG", "SECURE_HSTS_SECONDS", "TRILOG_DEMO"):
        monkeypatch.delenv(name, raising=False)
    for name, value in COMPLETE.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def load(name: str) -> ModuleType:
    """The settings module as a new process would see it."""
    for module in [name, "cms.settings.base", "cms.settings.apis", "cms.settings.wagtail"]:
        sys.modules.pop(module, None)
    return importlib.import_module(name)


@pytest.mark.parametrize("name", COMPLETE)
@pytest.mark.parametrize("value", [None, "", "  "], ids=["absent", "empty", "blank"])
def test_production_refuses_to_start_without(environment: pytest.MonkeyPatch, name: str, value: str | None) -> None:
    if value is None:
        environment.delenv(name)
    else:
        environment.setenv(name, value)

    with pytest.raises(ImproperlyConfigured, match=rf"^{name} is not set\. Set it to .+\.$"):
        load("cms.settings.production")


def test_production_takes_its_settings_from_the_environment(environment: pytest.MonkeyPatch) -> None:
    settings = load("cms.settings.production")

    assert settings.ALLOWED_HOSTS == ["www.example.org", "example.org"]
    assert settings.DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql"
    assert settings.DATABASES["default"]["HOST"] == "db.example.org"
    assert settings.SESSION_COOKIE_SECURE
    assert settings.CSRF_COOKIE_SECURE
    assert settings.SECURE_SSL_REDIRECT


@pytest.mark.parametrize("name", ["DEBUG", "TRILOG_DEMO"])
def test_production_cannot_be_talked_into(environment: pytest.MonkeyPatch, name: str) -> None:
    environment.setenv(name, "true")

    assert getattr(load("cms.settings.production"), name) is False


def test_a_forwarded_scheme_is_believed_only_behind_a_proxy(environment: pytest.MonkeyPatch) -> None:
    assert not hasattr(load("cms.settings.production"), "SECURE_PROXY_SSL_HEADER")

    environment.setenv("BEHIND_TLS_PROXY", "true")

    assert load("cms.settings.production").SECURE_PROXY_SSL_HEADER == ("HTTP_X_FORWARDED_PROTO", "https")


def test_development_starts_without_any_configuration(environment: pytest.MonkeyPatch) -> None:
    for name in COMPLETE:
        environment.delenv(name)

    settings = load("cms.settings.dev")

    assert settings.DEBUG
    assert settings.TRILOG_DEMO
    options = settings.DATABASES["default"]["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in options["init_command"]
