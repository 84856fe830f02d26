"""The process environment, and the ``.env`` file beside ``manage.py`` where there is one."""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parents[2]

env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")


def required(name: str, advice: str) -> str:
    """The variable's value; without one the start is refused with ``advice``, a full sentence."""
    value = env.str(name, default="").strip()
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. {advice}")
    return value
