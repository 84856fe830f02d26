"""Endpoints: the list, the form, and the page from which one is looked after."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, Panel
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn, StatusTagColumn, Table, TitleColumn
from wagtail.admin.views.generic import CreateView, EditView, IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet

from ..models import Delivery, WebhookEndpoint
from .deliveries import log_columns
from .forms import EndpointForm, action_choices, locale_choices, type_choices
from .operations import OPERATIONS
from .states import state_of

LATEST = 10
LATE_AFTER = timedelta(minutes=2)
"""A message that nobody has taken up by then tells that no worker is running."""


def _waiting() -> Coalesce:
    """How many messages an endpoint is still to get, as a column of a list."""
    waiting = Delivery.objects.filter(endpoint=OuterRef("pk"), status=Delivery.Status.PENDING).order_by()
    return Coalesce(Subquery(waiting.values("endpoint").annotate(count=Count("pk")).values("count")), 0)


class EndpointIndexView(IndexView):
    """All endpoints and how they are doing."""

    def get_base_queryset(self) -> QuerySet[WebhookEndpoint]:
        """Return the rows with the number of waiting messages."""
        return WebhookEndpoint.objects.annotate(waiting=_waiting())

    @cached_property
    def columns(self) -> list[BaseColumn]:
        """What is shown of each; the name leads to its page."""
        title = self._get_title_column_class(TitleColumn)
        return [
            title("name", label=_("Name"), get_url=self.get_inspect_url, sort_key="name"),
            Column("url", label=_("Address"), accessor=lambda endpoint: shorten_url(endpoint.url)),
            StatusTagColumn(
                "state",
                label=_("State"),
                accessor=lambda endpoint: state_of(endpoint).label,
                primary=lambda endpoint: state_of(endpoint).level == "info",
            ),
            Column("waiting", label=_("Waiting messages")),
            DateColumn("last_success_at", label=_("Last delivered"), sort_key="last_success_at"),
        ]


class EndpointCreateView(CreateView):
    """A new endpoint; afterwards its page, where the secret is to be had."""

    def save_instance(self) -> WebhookEndpoint:
        """Note who made it."""
        self.form.instance.created_by = self.request.user
        instance: WebhookEndpoint = super().save_instance()
        return instance

    def get_success_url(self) -> str:
        return reverse("webhooks:inspect", args=[self.object.pk])


class EndpointEditView(EditView):
    """Another name, address or filter."""

    def get_success_url(self) -> str:
        return reverse("webhooks:inspect", args=[self.object.pk])


class EndpointInspectView(InspectView):
    """How an endpoint is doing, its last messages, and what can be done."""

    template_name = "webhooks/admin/endpoint.html"
    page_title = gettext_lazy("Webhook")

    def get_fields(self) -> list[str]:
        """Leave it to the template: among the model's fields are secrets."""
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add state, filters in words, and the latest messages."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        endpoint: WebhookEndpoint = self.object
        pending = endpoint.deliveries.filter(status=Delivery.Status.PENDING)
        latest = endpoint.deliveries.select_related("change", "endpoint")[:LATEST]
        return {
            **context,
            "endpoint": endpoint,
            "state": state_of(endpoint),
            "types": _labels(endpoint.types, type_choices()),
            "locales": _labels(endpoint.locales, locale_choices()),
            "actions": _labels(endpoint.actions, action_choices()),
            "waiting": pending.count(),
            "given_up": endpoint.deliveries.given_up().count(),
            "is_late": self._is_late(),
            "has_two_secrets": len(endpoint.signing_secrets(timezone.now())) > 1,
            "latest": Table(log_columns(), latest),
            "log_url": reverse("webhook_deliveries:index") + f"?endpoint={endpoint.pk}",
            "may_change": self.user_has_permission("change"),
        }

    def _is_late(self) -> bool:
        """Whether something should have been sent by now, but no worker has taken it up."""
        before = timezone.now() - LATE_AFTER
        ready = WebhookEndpoint.objects.ready(before).free(before).filter(pk=self.object.pk)
        return ready.exists() and self.object.deliveries.due(before).exists()


def shorten_url(url: str) -> str:
    """As much of it as a column holds."""
    return Truncator(url).chars(60)


def _labels(values: list[str], choices: list[tuple[str, Any]]) -> str:
    labels = dict(choices)
    return ", ".join(str(labels.get(value, value)) for value in values)


class WebhookEndpointViewSet(ModelViewSet):
    """Endpoints. Nobody but superusers sees them, unless a group has been given the permission."""

    model = WebhookEndpoint
    name = "webhooks"
    icon = "rotate"
    menu_label = gettext_lazy("Endpoints")
    index_view_class = EndpointIndexView
    add_view_class = EndpointCreateView
    edit_view_class = EndpointEditView
    inspect_view_class = EndpointInspectView
    inspect_view_enabled = True
    copy_view_enabled = False
    add_to_reference_index = False
    search_fields: ClassVar[list[str]] = ["name", "url"]
    search_backend_name = None
    panels: ClassVar[list[Panel]] = [
        FieldPanel("name"),
        FieldPanel("url"),
        MultiFieldPanel(
            [FieldPanel("types"), FieldPanel("locales"), FieldPanel("actions")],
            heading=gettext_lazy("What it is told of"),
        ),
    ]
    edit_handler = ObjectList(panels, base_form_class=EndpointForm)

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the operations."""
        operations = [path(f"{name}/<int:pk>/", view.as_view(), name=name) for name, view in OPERATIONS.items()]
        return [*super().get_urlpatterns(), *operations]
