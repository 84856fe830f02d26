"""What forms and addresses of the admin carry."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse

from cms.core.models import User

ORDER = "translation_job_order"
Browse = Callable[[User], Client]


def work(row: Any) -> str:
    return f"{ContentType.objects.get_for_model(row).pk}:{row.translation_key}"


def values(response: Any) -> dict[str, list[str]]:
    """The hidden fields of the page's form that carry the selection."""
    carried: dict[str, list[str]] = {}
    for name, value in response.context["selection_values"]:
        carried.setdefault(name, []).append(value)
    return carried


def bulk(model: str, **query: Any) -> str:
    app_label, name = model.split(".")
    return reverse("wagtail_bulk_action", args=[app_label, name, "translate"], query=query)
