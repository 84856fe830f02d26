"""The locales that works are published in: data from the settings, in their configured order."""

from django.conf import settings


def content_locales() -> list[str]:
    """Codes of all content locales, the default one first where it is configured so."""
    return [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]


def fallback_order(locale: str) -> list[str]:
    """The locales a reference may be shown in: its edition's own, then the others in their configured order."""
    return [locale, *(code for code in content_locales() if code != locale)]
