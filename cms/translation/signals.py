"""Listening to Wagtail."""

from typing import Any

from django.apps import apps
from django.db.models import Model
from django.db.models.signals import post_save
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail.signals import published

from cms.publishing.projection import publication

from . import history
from .basis import record_published
from .handing_over import automatic
from .roles import FIRST_HOME_DEPTH, create_translators, grant_home
from .targets import noticing


def connect() -> None:
    """Connects every receiver of this app; called once, when Django starts."""
    published.connect(_record_basis, dispatch_uid="translation.record_basis")
    post_save.connect(_create_group, sender=Locale, dispatch_uid="translation.create_group")
    post_save.connect(_grant_tree, dispatch_uid="translation.grant_tree")
    history.connect()
    automatic.connect()
    noticing.connect()


def _record_basis(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """Inside the publishing transaction; editions tell the state. What is scheduled is recorded when it goes live."""
    if isinstance(instance, TranslatableMixin) and getattr(instance, "live", True):
        with publication() as batch:
            record_published(instance)
            batch.touch(instance)


def _create_group(sender: type[Locale], instance: Locale, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if created and not raw:
        create_translators(apps, instance)


def _grant_tree(sender: type[Model], instance: Model, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if created and not raw and isinstance(instance, Page) and instance.depth == FIRST_HOME_DEPTH:
        grant_home(apps, instance)
