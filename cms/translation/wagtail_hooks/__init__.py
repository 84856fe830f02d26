"""What this app adds to Wagtail's admin; each module registers the hooks of one part."""

from . import localize, work

__all__ = ["localize", "work"]
