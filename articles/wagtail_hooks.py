"""What articles add to Wagtail's admin."""

from wagtail import hooks

from .admin.signatories import SignatoryViewSet


@hooks.register("register_admin_viewset")
def register_signatories() -> SignatoryViewSet:
    """Add the list of signatories to the menu."""
    return SignatoryViewSet()
