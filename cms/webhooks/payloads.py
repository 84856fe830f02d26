"""What receivers are told: that something changed, and where to read it. Never what it says."""

from __future__ import annotations

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from cms.api.changes import change_entry

from .models import Delivery

TEST = "test"


def body_of(delivery: Delivery, origin: str) -> str:
    """The message as JSON: the same for every attempt, so that receivers may compare."""
    return json.dumps(_message(delivery, origin), cls=DjangoJSONEncoder, ensure_ascii=False)


def _message(delivery: Delivery, origin: str) -> dict[str, Any]:
    change = delivery.change
    if change is None:
        return {
            "type": TEST,
            "timestamp": delivery.created_at.isoformat(),
            "data": {"message": "This is a test: nothing has changed.", "endpoint": delivery.endpoint.name},
        }
    return {
        "type": f"{change.type}.{change.action}",
        "timestamp": change.at.isoformat(),
        "data": change_entry(change, origin),
    }
