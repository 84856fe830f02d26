"""API keys under “Settings”: made, limited and revoked by administrators."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn, StatusTagColumn, TitleColumn, UserColumn
from wagtail.admin.views.generic import CreateView, DeleteView, EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import Button
from wagtail.log_actions import log

from ..keys import issue
from ..models import ApiKey
from .forms import ApiKeyForm

REVOKE = "api.revoke_key"
"""The entry in a key's history."""


class ApiKeyIndexView(IndexView):
    """All keys, those that open nothing any more included."""

    def get_base_queryset(self) -> Any:
        return ApiKey.objects.select_related("created_by__wagtail_userprofile")

    @cached_property
    def columns(self) -> Sequence[BaseColumn]:
        """What tells whether a key is still needed."""
        title = self._get_title_column_class(TitleColumn)
        return [
            title("name", label=_("Name"), get_url=self.get_edit_url, sort_key="name", width="22%"),
            Column("prefix", label=_("Begins with"), accessor=lambda key: f"trilog_{key.prefix}_…"),
            StatusTagColumn(
                "state",
                label=_("State"),
                accessor="get_state_display",
                primary=lambda key: key.state == ApiKey.State.ACTIVE,
            ),
            Column("scopes", label=_("Scopes"), accessor="get_scopes_display"),
            Column("throttle", label=_("Limit"), sort_key="throttle"),
            DateColumn("expires_at", label=_("Expires"), sort_key="expires_at"),
            DateColumn("last_used_at", label=_("Last used"), sort_key="last_used_at"),
            UserColumn("created_by", label=_("Created by")),
        ]

    def get_list_more_buttons(self, instance: ApiKey) -> list[Button]:
        """Edit, and revoke in the place of delete."""
        buttons: list[Button] = []
        if edit_url := self.get_edit_url(instance):
            buttons.append(Button(_("Edit"), url=edit_url, icon_name="edit", priority=10))
        if instance.revoked_at is None and (revoke_url := self.get_delete_url(instance)):
            buttons.append(Button(_("Revoke"), url=revoke_url, icon_name="bin", priority=20))
        return buttons


class ApiKeyCreateView(CreateView):
    """A new key, shown on the answer to this form and never again.

    The answer is no redirect: the key would have to wait for it somewhere, and be stored there.
    """

    def save_instance(self) -> ApiKey:
        """Makes the key."""
        self.form.instance.created_by = self.request.user
        self.token = issue(self.form.instance)
        instance: ApiKey = super().save_instance()
        return instance

    def save_action(self) -> HttpResponse:
        """The page that shows it."""
        index = self.get_success_url()
        context = {
            "key": self.object,
            "token": self.token,
            "page_title": _("API key created"),
            "header_title": _("API key created"),
            "header_icon": self.header_icon,
            "index_url": index,
            "breadcrumbs_items": [
                {"url": index, "label": _("API keys")},
                {"url": "", "label": self.object.name},
            ],
        }
        response = TemplateResponse(self.request, "api/admin/key_created.html", context)
        response["Cache-Control"] = "private, no-store"
        return response


class ApiKeyEditView(EditView):
    """Another name, limit, scope or end."""

    delete_item_label = gettext_lazy("Revoke")

    @cached_property
    def can_delete(self) -> bool:
        """Whether there is something to revoke."""
        return self.object.revoked_at is None and self.user_has_permission_for_instance("delete", self.object)


class ApiKeyRevokeView(DeleteView):
    """Ends a key. Its row stays, so that the list can tell whose it was."""

    page_title = gettext_lazy("Revoke")
    template_name = "api/admin/confirm_revoke.html"
    success_message = gettext_lazy("API key “%(object)s” revoked.")

    @property
    def confirmation_message(self) -> str:
        """What will happen."""
        return _("Requests with this key will be refused from now on. This cannot be undone.")

    def delete_action(self) -> None:
        """Revokes it, once."""
        if ApiKey.objects.filter(pk=self.object.pk, revoked_at=None).update(revoked_at=timezone.now()):
            log(instance=self.object, action=REVOKE, user=self.request.user)


class ApiKeyViewSet(ModelViewSet):
    """Keys. Nobody but superusers sees them, unless a group has been given the permission."""

    model = ApiKey
    name = "api_keys"
    icon = "key"
    menu_label = gettext_lazy("API keys")
    menu_order = 910
    add_to_settings_menu = True
    index_view_class = ApiKeyIndexView
    add_view_class = ApiKeyCreateView
    edit_view_class = ApiKeyEditView
    delete_view_class = ApiKeyRevokeView
    copy_view_enabled = False
    add_to_reference_index = False
    search_fields: ClassVar[list[str]] = ["name", "prefix"]
    search_backend_name = None

    def get_form_class(self, for_update: bool = False) -> type[ApiKeyForm]:
        return ApiKeyForm

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Without a link to where it is used: nothing refers to a key."""
        return super().get_common_view_kwargs(**{"usage_url_name": None, **kwargs})

    def get_urlpatterns(self) -> list[URLPattern]:
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "usage"]
