"""Sharing the latest draft of a page or library entry, and withdrawing what was shared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .. import conf
from ..models import PreviewGrant
from ..opening import grants_of, stored_row
from ..sharing import DraftChangedError, latest_draft, may_share, share, withdraw
from ..tokens import token_of
from .addresses import address_of_object
from .forms import ShareForm


@dataclass(frozen=True, slots=True)
class SharedLink:
    """A live grant with its addresses."""

    grant: PreviewGrant
    page: str
    """On this site."""
    front_end: str
    """On the front end; empty where there is none."""
    data: str
    """Of the content API."""

    @property
    def anchor(self) -> str:
        """The id of its panel."""
        return f"preview-{self.grant.pk}"


class ShareView(WagtailAdminTemplateMixin, TemplateView):
    """What is shared of one object, and a form to share its latest draft."""

    template_name = "previews/admin/share.html"
    page_title = gettext_lazy("Share preview")
    header_icon = "link"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_share(request.user, self.row):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def row(self) -> Any:
        """The page or library entry. Raises Http404 for what cannot be shared."""
        natural_key = {"app_label": self.kwargs["app_label"], "model": self.kwargs["model_name"]}
        row = stored_row(get_object_or_404(ContentType, **natural_key), unquote(self.kwargs["pk"]))
        if row is None:
            raise Http404
        return row

    def get_page_subtitle(self) -> str:
        return str(self.row.get_latest_revision_as_object())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        edit_url = AdminURLFinder(self.request.user).get_edit_url(self.row) or ""
        return [
            *self.breadcrumbs_items,
            {"url": edit_url, "label": self.get_page_subtitle()},
            {"url": "", "label": self.get_page_title()},
        ]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = ShareForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        try:
            share(self.row, request.user, **form.cleaned_data)
        except DraftChangedError:
            messages.error(request, _("The draft has been changed meanwhile. Look at it again, then share it."))
        else:
            messages.success(request, _("The link has been made. Copy it and send it to whoever is to see the draft."))
        return redirect(request.path)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        draft = latest_draft(self.row)
        grants = grants_of(self.row)
        initial = {"days": 7, "seen": draft.pk if draft else None}
        kwargs.setdefault("form", ShareForm(initial=initial))
        return super().get_context_data(
            row=self.row,
            draft=draft,
            links=[self._link(grant) for grant in grants if not grant.is_over],
            ended=[grant for grant in grants if grant.is_over],
            **kwargs,
        )

    def _link(self, grant: PreviewGrant) -> SharedLink:
        token = token_of(grant)
        settings = conf.load()
        locale = self.row.locale.language_code
        return SharedLink(
            grant=grant,
            page=self.request.build_absolute_uri(f"{reverse('shared_preview')}?token={token}"),
            front_end=settings.front_end_address(token, locale) if settings.front_end else "",
            data=self.request.build_absolute_uri(f"{reverse('api:preview')}?token={token}"),
        )


def withdraw_view(request: HttpRequest, grant: int) -> HttpResponse:
    """Ends a grant; for those who may share its object, and those who oversee all of them."""
    found = get_object_or_404(PreviewGrant.objects.select_related("content_type", "created_by"), pk=grant)
    row = stored_row(found.content_type, found.object_id)
    oversees = request.user.has_perm("previews.oversee_previewgrants")
    if not oversees and (row is None or not may_share(request.user, row)):
        raise PermissionDenied
    if not found.is_over:
        withdraw(found, row, request.user)
        messages.success(request, _("The preview “%(title)s” has been withdrawn.") % {"title": found.title})
    if "report" in request.POST and oversees:
        return redirect("previews_report")
    return redirect(address_of_object(found))
