"""The caches in front of the site, read once. A wrong value stops the start with a sentence that says what to do.

| setting | default | meaning |
|---|---|---|
| `WAGTAILFRONTENDCACHE` | `{}` | caches by name, each `{"BACKEND": ..., ...}` as Wagtail's documentation of its frontend cache has it |
"""  # noqa: E501 - a table

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from wagtail.contrib.frontend_cache.backends import BaseBackend
from wagtail.contrib.frontend_cache.backends import HTTPBackend as ImpatientBackend
from wagtail.contrib.frontend_cache.utils import get_backends


@cache
def load() -> Mapping[str, BaseBackend]:
    """The caches by name. Raises ImproperlyConfigured.

    Tests that change the setting call `load.cache_clear()`.
    """
    described: Any = settings.WAGTAILFRONTENDCACHE
    if not isinstance(described, Mapping) or not all(isinstance(entry, Mapping) for entry in described.values()):
        raise ImproperlyConfigured(
            f"WAGTAILFRONTENDCACHE is {described!r}: write it as in "
            '{"default": {"BACKEND": "cms.purging.backends.HTTPBackend", "LOCATION": "http://localhost:6081"}}.'
        )
    try:
        backends: dict[str, BaseBackend] = get_backends(described)
    except (KeyError, ValueError) as error:
        raise ImproperlyConfigured(f"WAGTAILFRONTENDCACHE is incomplete: {error} is missing or wrong.") from error
    for name, backend in backends.items():
        if type(backend) is ImpatientBackend:
            raise ImproperlyConfigured(
                f"WAGTAILFRONTENDCACHE[{name!r}] waits for its cache without end and tells nobody when that fails: "
                "use cms.purging.backends.HTTPBackend instead, which takes the same settings."
            )
    return backends
