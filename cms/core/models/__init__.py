"""The swappable models and the bases that every content type shares."""

from .base_page import BasePage
from .document import Document
from .image import Image, Rendition
from .library_entry import LibraryEntry
from .site_settings import SiteSettings, SocialLink
from .user import User

__all__ = [
    "BasePage",
    "Document",
    "Image",
    "LibraryEntry",
    "Rendition",
    "SiteSettings",
    "SocialLink",
    "User",
]
