"""Narrowing the delivery log."""

from typing import Any, ClassVar

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from ..models import Delivery, WebhookEndpoint


class DeliveryFilterSet(WagtailFilterSet):
    """By endpoint, status, date and number of the change."""

    endpoint: Any = django_filters.ModelChoiceFilter(label=_("Endpoint"), queryset=WebhookEndpoint.objects.all())
    status: Any = django_filters.MultipleChoiceFilter(label=_("Status"), choices=Delivery.Status.choices)
    created_at: Any = django_filters.DateFromToRangeFilter(label=_("Noted"), widget=DateRangePickerWidget)
    change_id: Any = django_filters.NumberFilter(label=_("Number of the change"))

    class Meta:
        model = Delivery
        fields: ClassVar[list[str]] = ["endpoint", "status", "created_at", "change_id"]
