"""Names under which caches that can purge by name keep what they got from us."""

SITE = "site"
"""Every public HTML page: menus and lists of other works stand on each."""
FEED = "changes"
"""The feed of changes."""
WHOLES = ("catalog", "locales", "pages", "redirects", "sitemap")
"""What is made of many works at once."""


def work_key(type_name: str, key: object) -> str:
    """Everything that serves one work as a whole."""
    return f"{type_name}-{key}"
