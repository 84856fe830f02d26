"""Import and export in Wagtail's admin: upload, look at what would change, confirm."""

from __future__ import annotations

from typing import Any

from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .files import CONTENT_TYPES, XLSX, write_csv, write_xlsx
from .forms import UploadForm, seal, unseal
from .resources import RESOURCES, LibraryResource
from .run import Report, run


def may_import(user: Any, resource: type[LibraryResource]) -> bool:
    """Importing adds and changes entries."""
    return all(user.has_perm(_permission(resource, action)) for action in ("add", "change"))


def may_export(user: Any, resource: type[LibraryResource]) -> bool:
    """Whoever works with the entries may export them."""
    return any(user.has_perm(_permission(resource, action)) for action in ("view", "add", "change", "publish"))


def _permission(resource: type[LibraryResource], action: str) -> str:
    meta = resource._meta.model._meta
    return f"{meta.app_label}.{action}_{meta.model_name}"


class ExchangeMixin:
    """What the views share: which type of entry they work on."""

    request: HttpRequest
    kwargs: dict[str, Any]

    @property
    def name(self) -> str:
        """The model's name, as in the address."""
        return str(self.kwargs["name"])

    @property
    def resource_class(self) -> type[LibraryResource]:
        """Raises Http404 for types that cannot be exchanged."""
        try:
            return RESOURCES[self.name]
        except KeyError:
            raise Http404 from None

    def list_url(self) -> str:
        """The admin's list of the entries."""
        return reverse(f"wagtailsnippets_partnerships_{self.name}:list")

    def resource(self) -> LibraryResource:
        """The resource, for the person who asks."""
        publish = self.request.user.has_perm(_permission(self.resource_class, "publish"))
        return self.resource_class(self.request.user, publish=publish)


class ImportView(ExchangeMixin, WagtailAdminTemplateMixin, TemplateView):
    """Shows the form; a file is checked and reported on; what was reported is imported when confirmed."""

    template_name = "partnerships/exchange/import.html"
    header_icon = "upload"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_import(request.user, self.resource_class):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return _("Import and export")

    def get_page_subtitle(self) -> str:
        return str(capfirst(self.resource_class._meta.model._meta.verbose_name_plural))

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *self.breadcrumbs_items,
            {"url": self.list_url(), "label": self.get_page_subtitle()},
            {"url": "", "label": self.get_page_title()},
        ]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "table" in request.POST:
            return self._confirm(request.POST["table"])
        form = UploadForm(request.POST, request.FILES, resource=self.resource_class)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        table = form.cleaned_data["table"]
        report = run(table, self.resource(), dry=True)
        sealed = seal(table, request.user.pk, self.name) if report.can_be_imported else ""
        return self.render_to_response(self.get_context_data(form=form, report=report, sealed=sealed))

    def _confirm(self, sealed: str) -> HttpResponse:
        try:
            table = unseal(sealed, self.request.user.pk, self.name)
        except signing.BadSignature:
            messages.error(self.request, _("The file was checked too long ago. Choose it again."))
            return redirect(self.request.path)
        report = run(table, self.resource(), dry=False)
        if report.wrong:
            messages.error(self.request, _("The library has changed since the file was checked. Nothing was imported."))
            return self.render_to_response(self.get_context_data(report=report))
        messages.success(self.request, self._summary(report))
        return redirect(self.list_url())

    @staticmethod
    def _summary(report: Report) -> str:
        new = ngettext("%(count)s new entry", "%(count)s new entries", report.new) % {"count": report.new}
        updated = ngettext("%(count)s changed", "%(count)s changed", report.updated) % {"count": report.updated}
        return _("Imported: %(new)s, %(updated)s.") % {"new": new, "updated": updated}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", UploadForm(resource=self.resource_class))
        return super().get_context_data(
            columns=self.resource_class.columns,
            publishes=self.resource().publish,
            export_urls={
                file_format: reverse("partnerships_export", args=[self.name, file_format])
                for file_format in CONTENT_TYPES
            },
            **kwargs,
        )


class ExportView(ExchangeMixin, View):
    """All entries of a type as a file."""

    def get(self, request: HttpRequest, name: str, file_format: str) -> HttpResponse:
        if not may_export(request.user, self.resource_class):
            raise PermissionDenied
        if file_format not in CONTENT_TYPES:
            raise Http404
        resource = self.resource()
        headers = [column.column_name for column in resource.columns]
        rows = (resource.cells(work) for work in resource.get_queryset())
        title = str(resource._meta.model._meta.verbose_name_plural)
        content = write_xlsx(headers, rows, title) if file_format == XLSX else write_csv(headers, rows)
        response = HttpResponse(content, content_type=CONTENT_TYPES[file_format])
        response["Content-Disposition"] = f'attachment; filename="{name}.{file_format}"'
        return response
