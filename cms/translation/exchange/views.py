"""Downloading and uploading a translation as a PO file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages
from wagtail_localize.models import Translation, get_edit_url

from cms.translation.errors import TranslationError
from cms.translation.operations.import_strings import ImportReport, ImportStrings

from .po_export import export_po
from .po_reading import LARGEST, PoFileError, read_po


@require_GET
def download_po(request: HttpRequest, translation_id: int) -> HttpResponse:
    """The target with all that is translated so far."""
    translation = _translation(translation_id)
    response = HttpResponse(str(export_po(translation)), content_type="text/x-gettext-translation; charset=utf-8")
    name = slugify(translation.source.object_repr) or str(translation.source.object_id)
    code = translation.target_locale.language_code
    response["Content-Disposition"] = f'attachment; filename="{name}-{code}.po"'
    return response


@require_POST
def upload_po(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Takes over what fits and tells what did not."""
    translation = _translation(translation_id)
    editor = get_edit_url(translation.get_target_instance())
    uploaded = request.FILES.get("file")
    try:
        if uploaded is None:
            raise PoFileError(_("Please choose a PO file."))
        content = uploaded.read(LARGEST + 1)
        report = ImportStrings(translation=translation, file=read_po(content, translation), user=request.user).execute()
    except TranslationError as error:
        messages.error(request, str(error))
        return redirect(editor)
    if report.left_out:
        context = {"translation": translation, "report": report, "summary": _summary(report), "editor": editor}
        return render(request, "translation/exchange/imported.html", context)
    messages.success(request, _summary(report))
    return redirect(editor)


def _translation(pk: int) -> Translation:
    return get_object_or_404(Translation.objects.select_related("source", "target_locale"), pk=pk)


def _summary(report: ImportReport) -> str:
    saved = len(report.saved)
    parts = [
        ngettext("%(count)d string was imported.", "%(count)d strings were imported.", saved) % {"count": saved},
    ]
    if report.fuzzy:
        count = len(report.fuzzy)
        parts.append(
            ngettext(
                "%(count)d fuzzy string waits to be checked.", "%(count)d fuzzy strings wait to be checked.", count
            )
            % {"count": count}
        )
    if report.unchanged:
        count = len(report.unchanged)
        parts.append(
            ngettext("%(count)d was there already.", "%(count)d were there already.", count) % {"count": count}
        )
    return " ".join(parts)
