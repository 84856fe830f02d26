"""The process environment, and the ``.env`` file beside ``manage.py`` where there is one."""

from collections.abc import Collection
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parents[2]

env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")


def known_codes(name: str, known: Collection[str]) -> list[str]:
    """A list with commas between, whose members must be among the known ones."""
    codes = [code.strip() for code in env.str(name, default="").split(",") if code.strip()]
    unknown = sorted(set(codes) - set(known))
    if unknown:
        raise ImproperlyConfigured(f"{name} names {', '.join(unknown)}. It may name {', '.join(known)}.")
    return codes


def required(name: str, advice: str) -> str:
    """The variable's value; without one the start is refused with ``advice``, a full sentence."""
    value = env.str(name, default="").strip()
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. {advice}")
    return value
