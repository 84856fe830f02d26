"""What this app adds to Wagtail's admin; each module registers the hooks of one part."""

from . import following, jobs, localize, matrix, releases, resuming, work, workbench

__all__ = ["following", "jobs", "localize", "matrix", "releases", "resuming", "work", "workbench"]
