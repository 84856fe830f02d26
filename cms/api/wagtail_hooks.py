"""What the API adds to Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from .admin.keys import REVOKE, ApiKeyViewSet


@hooks.register("register_admin_viewset")
def register_keys() -> ApiKeyViewSet:
    """“API keys” in the settings menu."""
    return ApiKeyViewSet()


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """What is done to keys beside creating and editing."""
    actions.register_action(REVOKE, _("Revoke"), _("Revoked"))
