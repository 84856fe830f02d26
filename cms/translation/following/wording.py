"""What is said about sources and the targets that follow them."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .affected import Follower, Happening


def what_happened(happening: str, title: str, count: int) -> str:
    """A sentence about one source, or about several of them."""
    one = {
        Happening.MOVED: _("“%(title)s” was moved."),
        Happening.UNPUBLISHED: _("“%(title)s” was unpublished."),
        Happening.DELETED: _("“%(title)s” was deleted."),
        Happening.RENAMED: _("The address of “%(title)s” was changed."),
    }
    if count == 1:
        return one[Happening(happening)] % {"title": title}
    many = {
        Happening.MOVED: ngettext("%(count)d work was moved.", "%(count)d works were moved.", count),
        Happening.UNPUBLISHED: ngettext("%(count)d work was unpublished.", "%(count)d works were unpublished.", count),
        Happening.DELETED: ngettext("%(count)d work was deleted.", "%(count)d works were deleted.", count),
        Happening.RENAMED: ngettext(
            "The address of %(count)d work was changed.", "The addresses of %(count)d works were changed.", count
        ),
    }
    return many[Happening(happening)] % {"count": count}


def what_would_happen(happening: str, follower: Follower) -> str:
    """What following means for this target."""
    if happening == Happening.MOVED:
        if follower.parent is None:
            return _("It stays where it is.")
        return _("It is moved below “%(title)s”.") % {"title": follower.parent.specific_deferred}
    if happening == Happening.RENAMED:
        return _("Its address ends in “%(slug)s” instead of “%(former)s”.") % {
            "slug": follower.slug,
            "former": follower.row.slug,
        }
    if happening == Happening.UNPUBLISHED:
        return _("It is unpublished.")
    return _("It is deleted; its texts are kept.")


def what_was_done(happening: str, source: str, languages: str) -> str:
    """A sentence about those that followed."""
    done = {
        Happening.MOVED: _("The translations of “%(title)s” were moved, too: %(languages)s."),
        Happening.UNPUBLISHED: _("The translations of “%(title)s” were unpublished, too: %(languages)s."),
        Happening.DELETED: _("The translations of “%(title)s” were deleted, too: %(languages)s."),
        Happening.RENAMED: _("The translations of “%(title)s” got other addresses, too: %(languages)s."),
    }
    return done[Happening(happening)] % {"title": source, "languages": languages}


def what_was_done_to_many(happening: str, count: int) -> str:
    """The same about several works."""
    done = {
        Happening.MOVED: _("Translations of %(count)d works were moved, too."),
        Happening.UNPUBLISHED: _("Translations of %(count)d works were unpublished, too."),
        Happening.DELETED: _("Translations of %(count)d works were deleted, too."),
        Happening.RENAMED: _("Translations of %(count)d works got other addresses, too."),
    }
    return done[Happening(happening)] % {"count": count}
