"""Into which locales a work can be submitted, and why not into the others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail_localize.models import Translation

from cms.core.works import rows_of_work
from cms.translation.permissions import may_translate_into


@dataclass
class Offers:
    """What the dialog offers."""

    locales: list[Locale] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)
    """A sentence for each locale that is not offered though the user may translate into it."""


def offers_for(source: Any, user: Any) -> Offers:
    """What `user` can choose for this source."""
    rows = {row.locale_id: row for row in rows_of_work(source)}
    translations = Translation.objects.filter(
        source__object_id=source.translation_key, source__locale_id=source.locale_id
    )
    enabled = dict(translations.values_list("target_locale_id", "enabled"))
    offers = Offers()
    for locale in Locale.objects.exclude(pk=source.locale_id):
        if not may_translate_into(user, source, locale):
            continue
        row = rows.get(locale.pk)
        language = {"language": locale.get_display_name()}
        if enabled.get(locale.pk) and row is not None:
            offers.closed.append(_("%(language)s: submitted already.") % language)
        elif row is not None and locale.pk not in enabled and not getattr(row, "alias_of_id", None):
            offers.closed.append(_("%(language)s: written by hand, which submitting would replace.") % language)
        else:
            offers.locales.append(locale)
    return offers
