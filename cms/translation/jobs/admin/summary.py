"""A job's options in words."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Locale

from cms.translation.models import Job

from ..options import JobOptions


def summary(kind: Job.Kind, options: JobOptions) -> list[tuple[str, str]]:
    """Labels and values of what was chosen."""
    lines = []
    if options.locales:
        lines.append((_("Languages"), _names(Locale.objects.filter(pk__in=options.locales))))
    if kind in (Job.Kind.SUBMIT, Job.Kind.UPDATE):
        text = _("The latest draft, where there is one") if options.draft else _("What is published")
        lines.append((_("Text of the source"), text))
    if kind == Job.Kind.PUBLISH:
        lines.append((_("Publish partially"), _("Yes") if options.partially else _("No")))
    if kind == Job.Kind.ASSIGN:
        translator = get_user_model()._default_manager.filter(pk=options.translator or 0).first()
        lines.append((_("Translator"), str(get_user_display_name(translator)) if translator else _("no longer there")))
        if options.due:
            lines.append((_("Due"), date_format(options.due, "SHORT_DATE_FORMAT")))
        if options.note:
            lines.append((_("Note"), options.note))
    return lines


def _names(locales: Iterable[Locale]) -> str:
    return ", ".join(locale.get_display_name() for locale in locales)
