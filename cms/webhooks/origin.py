"""The address under which the public reaches this site, for messages that no request asked for."""

from django.conf import settings
from wagtail.models import Site


def public_origin() -> str:
    """Scheme and host of the default site, such as `https://www.example.org`; the admin's where there is no site."""
    site = Site.objects.filter(is_default_site=True).first()
    return str(site.root_url if site else settings.WAGTAILADMIN_BASE_URL).rstrip("/")
