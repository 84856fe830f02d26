from typing import Any

from django.core.management.base import BaseCommand

from cms.publishing.schedule import run_due


class Command(BaseCommand):
    """Replaces Wagtail's command of the same name: each work in a transaction of its own, and embargoes too."""

    help = "Publishes, expires and releases from embargo everything that is due."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(str(run_due()))
