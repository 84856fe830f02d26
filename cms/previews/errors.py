"""Why a preview cannot be shown, in words for whoever holds the link."""

from django.utils.translation import gettext as _


class PreviewError(Exception):
    """A token shows nothing."""

    def __init__(self) -> None:
        super().__init__(self.told())

    def told(self) -> str:
        """What to tell, in the active language."""
        raise NotImplementedError


class NoSuchPreviewError(PreviewError):
    """The token is none of ours, or what it stood for is gone without a trace."""

    def told(self) -> str:
        return _("There is no preview behind this link. Check that it was copied completely.")


class PreviewEndedError(PreviewError):
    """The token is ours, so its holder may know that it once was good. Why it ended is nobody else's business."""

    def told(self) -> str:
        return _("This preview has ended. Ask whoever sent you the link for a new one.")
