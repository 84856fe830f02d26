from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import transaction

from cms.translation.roles import create_roles


class Command(BaseCommand):
    """To run after a language or a type of library entry was added."""

    help = "Creates the groups, their permissions and the workflow that are missing. Takes nothing away."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        create_roles(apps)
