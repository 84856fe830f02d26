"""What the API's schema and the feed of changes say of the messages."""

from __future__ import annotations

import json
from typing import Any

from django.test import Client
from jsonschema import Draft202012Validator
from wagtail.models import Site

from cms.webhooks.models import WebhookEndpoint
from cms.webhooks.sending import send_due
from tests.newsroom import article_index, home_page, press_release
from tests.webhooks.log import follow
from tests.webhooks.receiver import Receiver


def test_a_message_has_the_shape_that_the_schema_promises_and_the_entry_of_the_feed(
    client: Client, endpoint: WebhookEndpoint, receiver: Receiver, site: Site
) -> None:
    press_release(article_index(home_page(site)), "Besuch").unpublish()
    follow()
    send_due()

    schema: dict[str, Any] = client.get("/api/v1/schema/?format=json").json()
    operation = schema["webhooks"]["change"]["post"]
    shape = operation["requestBody"]["content"]["application/json"]["schema"]
    validator = Draft202012Validator({**shape, "components": schema["components"]})
    entries = {entry["id"]: entry for entry in client.get("/api/v1/changes/").json()["changes"]}
    promised = {parameter["name"] for parameter in operation["parameters"]}
    assert receiver.received
    for received in receiver.received:
        message = json.loads(received.body)
        assert list(validator.iter_errors(message)) == []
        assert entries[message["data"]["id"]] == {**message["data"]}
        assert promised <= received.headers.keys()
