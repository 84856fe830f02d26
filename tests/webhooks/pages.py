"""Pages of the admin as tests ask for them."""

from typing import Any

from django.test import Client
from django.urls import reverse

READ = ("webhooks:index", "webhook_deliveries:index")


def url(name: str, *args: Any) -> str:
    return reverse(name, args=args)


def post(client: Client, view: str, /, *args: Any, **data: Any) -> Any:
    return client.post(url(view, *args), data, follow=True)


def page(client: Client, name: str, *args: Any) -> str:
    response = client.get(url(name, *args))
    assert response.status_code == 200
    return response.content.decode()
