"""The edition of the home page that the first migration creates."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from cms.publishing.projection import publication

from .models import HomePage


def connect(config: AppConfig) -> None:
    """Project a home page that migrations have stored, so that a database fresh from ``migrate`` answers."""
    post_migrate.connect(_project_home, sender=config, dispatch_uid="home.first_edition")


def _project_home(**kwargs: Any) -> None:
    from cms.publishing.models import Edition

    published = Edition.everything.filter(type="page", kind="home").values("key")
    homes = list(HomePage.objects.filter(live=True).exclude(translation_key__in=published))
    if homes:
        with publication() as batch:
            for home in homes:
                batch.touch(home)
