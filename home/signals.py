"""Editions hold a page's place among its siblings, which changes without any of them being saved."""

from typing import Any

from wagtail.models import Page
from wagtail.signals import post_page_move

from cms.publishing.projection import publication


def connect() -> None:
    """Listen for moves. Called once, when the app registry is ready."""
    post_page_move.connect(_project_new_neighbours, dispatch_uid="home.positions")


def _project_new_neighbours(sender: type[Page], **kwargs: Any) -> None:
    """Re-project the pages below the parents a page came from and went to."""
    from .editions.page import KINDS

    parents = {kwargs["parent_page_before"].pk, kwargs["parent_page_after"].pk}
    with publication() as batch:
        for parent in Page.objects.filter(pk__in=parents):
            below = parent.get_descendants().type(*KINDS)
            for page in below.specific(defer=True):
                batch.touch(page)
