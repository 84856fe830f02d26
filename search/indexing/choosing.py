"""Which indices and locales a command is about."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence

from django.core.management.base import CommandError

from cms.publishing.locales import content_locales

from .index import Index
from .registered import indices


def add_choices(parser: ArgumentParser) -> None:
    """The options of all commands about indices."""
    parser.add_argument("--locale", action="append", metavar="CODE", help="Only this one; may be repeated.")
    parser.add_argument("--engine", help="Only this engine's index (elasticsearch, opensearch, database).")


def chosen_locales(named: Sequence[str] | None) -> list[str]:
    """Those that were named, otherwise all. Raises CommandError."""
    known = content_locales()
    for locale in named or ():
        if locale not in known:
            raise CommandError(f"There is no locale {locale!r}. There are: {', '.join(known)}.")
    return [locale for locale in known if locale in (named or known)]


def chosen_indices(engine: str | None) -> list[Index]:
    """That of the engine, otherwise all. Raises CommandError."""
    found = indices()
    chosen = [index for index in found if engine in (None, index.engine)]
    if not chosen:
        raise CommandError(f"There is no engine {engine!r}. There are: {', '.join(index.engine for index in found)}.")
    return chosen
