"""The way from the admin's home to a page or library entry."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

FIRST_DEPTH = 2


def breadcrumbs(row: Any, user: Any, title: str) -> list[dict[str, Any]]:
    """As Wagtail's own editors show it: the pages above that the user may see, or the list of the type."""
    home = {"url": reverse("wagtailadmin_home"), "label": _("Home")}
    here = {"url": "", "label": title}
    if isinstance(row, Page):
        root = PagePermissionPolicy().explorable_root_instance(user)
        above = row.get_ancestors().filter(depth__gte=max(root.depth, FIRST_DEPTH)) if root else Page.objects.none()
        links = [
            {"url": reverse("wagtailadmin_explore", args=[page.pk]), "label": page.get_admin_display_title()}
            for page in above
            if page.path.startswith(root.path)
        ]
        return [*links, here]
    viewset = row.snippet_viewset
    label = capfirst(str(row._meta.verbose_name_plural))
    return [home, {"url": reverse(viewset.get_url_name("list")), "label": label}, here]
