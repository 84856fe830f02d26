"""For wagtail-localize's editor."""

from typing import Any

from django import template
from django.contrib.admin.utils import quote
from django.db.models import Model
from django.template.context import RequestContext
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.ui.side_panels import StatusSidePanel
from wagtail.admin.widgets import Button
from wagtail.models import DraftStateMixin, RevisionMixin, WorkflowMixin
from wagtail.snippets.side_panels import SnippetStatusSidePanel

from cms.translation.permissions import may

register = template.Library()


@register.simple_tag
def may_publish(user: Any, row: Model) -> bool:
    """Whether the user may publish this page or library entry."""
    return may(user, "publish", row)


@register.simple_tag
def editor_buttons(user: Any, row: Model) -> list[Button]:
    """What other apps offer for a translation: the hook `register_translation_editor_buttons`, of `(row, user)`."""
    offered = [hook(row, user) for hook in hooks.get_hooks("register_translation_editor_buttons")]
    buttons = [button for buttons in offered for button in buttons]
    for button in buttons:
        button.classname = "button button-secondary"
        button.icon_name = None  # an icon has no size of its own outside a menu
    return sorted(buttons)


@register.simple_tag(takes_context=True)
def panels_that_know_workflows(context: RequestContext) -> list[StatusSidePanel]:
    """The side panels, with the status of a library entry as Wagtail itself shows it.

    wagtail-localize uses the panel for models without a workflow; it fails as soon as an entry is in moderation.
    """
    row: Any = context["instance"]
    panels: list[StatusSidePanel] = context["side_panels"]
    viewset = getattr(row, "snippet_viewset", None)
    if viewset is None:
        return panels
    context["draftstate_enabled"] = isinstance(row, DraftStateMixin)
    context["revision_enabled"] = isinstance(row, RevisionMixin)
    context["revisions_compare_url_name"] = viewset.get_url_name("revisions_compare")
    history_url = reverse(viewset.get_url_name("history"), args=[quote(row.pk)])
    if isinstance(row, WorkflowMixin):
        context["workflow_history_url"] = reverse(viewset.get_url_name("workflow_history"), args=[quote(row.pk)])
    return [
        SnippetStatusSidePanel(
            row,
            panel.request,
            locale=panel.locale,
            translations=panel.translations,
            usage_url=panel.usage_url,
            history_url=history_url,
            last_updated_info=panel.last_updated_info,
        )
        for panel in panels
    ]
