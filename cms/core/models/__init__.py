"""The swappable models and the bases that every content type shares."""

from .document import Document
from .image import Image, Rendition
from .site_settings import SiteSettings, SocialLink
from .user import User

__all__ = ["Document", "Image", "Rendition", "SiteSettings", "SocialLink", "User"]
