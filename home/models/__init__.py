"""Pages that are no articles."""

from .home_page import HomePage
from .section_page import SectionPage

__all__ = ["HomePage", "SectionPage"]
