from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q

from cms.webhooks.models import WebhookEndpoint
from cms.webhooks.models.endpoint import everything_so_far
from cms.webhooks.replay import request_replay


class Command(BaseCommand):
    """Tells receivers again what happened since a change."""

    help = "Has every change from a number on sent again, in order and with the ids it had. The worker sends them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("endpoint", nargs="?", help="Name or number of an endpoint; all active ones without it.")
        parser.add_argument("--from", type=int, required=True, dest="first", metavar="CHANGE", help="The first change.")

    def handle(self, *args: Any, **options: Any) -> None:
        first = options["first"]
        last = everything_so_far()
        if not 1 <= first <= last:
            raise CommandError(f"There is no change {first}: the log reaches from 1 to {last}.")
        for endpoint in self._endpoints(options["endpoint"]):
            count = request_replay(endpoint, first)
            self.stdout.write(f"{endpoint.pk} {endpoint.name}: {count} messages are sent again")

    def _endpoints(self, named: str | None) -> list[WebhookEndpoint]:
        if named is None:
            return list(WebhookEndpoint.objects.filter(active=True))
        chosen = Q(pk=int(named)) if named.isdigit() else Q(name=named)
        found = list(WebhookEndpoint.objects.filter(chosen))
        if not found:
            known = ", ".join(f"{endpoint.pk} ({endpoint.name})" for endpoint in WebhookEndpoint.objects.all())
            raise CommandError(f"There is no endpoint {named!r}. There are: {known or 'none'}.")
        return found
