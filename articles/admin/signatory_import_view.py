"""Import of signatories: upload, look at what would happen, confirm."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from ..signatory_import import SignatoryFileError, SignatoryImport, SignatoryRowsError
from .signatory_forms import SignatoryConfirmForm, SignatoryUploadForm


class SignatoryImportView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """The dry run is not an option: a file is stored only from the page that shows what it holds."""

    template_name = "articles/admin/signatory_import.html"
    page_title = gettext_lazy("Import signatories")
    header_icon = "group"
    permission_required = "add"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the list."""
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("signatories:index"), "label": _("Signatories")},
            {"url": "", "label": self.page_title},
        ]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Check an uploaded file, or store one that has been checked."""
        return self._store(request) if "content" in request.POST else self._check(request)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the upload form and what a file may hold."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        initial = {"letter_key": self.request.GET.get("letter_key")}
        context.setdefault("form", SignatoryUploadForm(initial=initial))
        context["columns"] = SignatoryImport.columns()
        return context

    def _check(self, request: HttpRequest) -> HttpResponse:
        form = SignatoryUploadForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        try:
            content = SignatoryImport.decode(form.cleaned_data["file"].read())
            rows = SignatoryImport(form.cleaned_data["letter_key"], content).rows()
        except SignatoryFileError as error:
            form.add_error("file", str(error))
            return self.render_to_response(self.get_context_data(form=form))
        wrong = [row for row in rows if row.errors]
        confirm = None
        if not wrong:
            confirm = SignatoryConfirmForm(initial={"letter_key": form.cleaned_data["letter_key"], "content": content})
        context = self.get_context_data(form=form, rows=rows, wrong=wrong, confirm=confirm)
        return self.render_to_response(context)

    def _store(self, request: HttpRequest) -> HttpResponse:
        form = SignatoryConfirmForm(request.POST)
        if not form.is_valid():
            messages.error(request, _("The import could not be confirmed. Please upload the file again."))
            return redirect(request.get_full_path())
        letter_key = form.cleaned_data["letter_key"]
        try:
            number = SignatoryImport(letter_key, form.cleaned_data["content"]).execute()
        except (SignatoryFileError, SignatoryRowsError):
            messages.error(request, _("Something has changed since the file was checked. Please upload it again."))
            return redirect(request.get_full_path())
        messages.success(
            request,
            ngettext("%(number)s signatory was added.", "%(number)s signatories were added.", number)
            % {"number": number},
        )
        return redirect(f"{reverse('signatories:index')}?letter_key={letter_key}")
