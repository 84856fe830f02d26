"""What webhooks add to Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.log_actions import LogActionRegistry
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from .admin.deliveries import DeliveryViewSet
from .admin.endpoints import WebhookEndpointViewSet
from .models import Delivery, WebhookEndpoint

register_permission_policy(Delivery, ModelPermissionPolicy(WebhookEndpoint))


class WebhookGroup(ViewSetGroup):
    """The endpoints and the log of what was sent to them."""

    menu_label = _("Webhooks")
    menu_icon = "rotate"
    menu_order = 900
    add_to_admin_menu = False
    add_to_settings_menu = True
    items = (WebhookEndpointViewSet, DeliveryViewSet)


@hooks.register("register_admin_viewset")
def register_webhooks() -> list[object]:
    """The group with its menu, and the view sets in it."""
    return [WebhookGroup()]


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """What is done to endpoints beside creating, editing and deleting."""
    for name, label, message in (
        ("webhooks.test", _("Send test"), _("A test was sent")),
        ("webhooks.pause", _("Pause"), _("Paused")),
        ("webhooks.resume", _("Resume"), _("Resumed")),
        ("webhooks.switch_off", _("Switch off"), _("Switched off")),
        ("webhooks.rotate_secret", _("New secret"), _("A new secret was made")),
        ("webhooks.reveal_secret", _("Show secret"), _("The secret was shown")),
        ("webhooks.resend", _("Send again"), _("Messages were sent again")),
        ("webhooks.replay", _("Replay"), _("A replay was asked for")),
    ):
        actions.register_action(name, label, message)
