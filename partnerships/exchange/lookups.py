"""Finding works by what stands in a cell. Unlike search this never guesses: Munster is not Münster."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from cms.core.works import source_of

from ..models import ConferenceSeries, Municipality, Region


class UnknownWorkError(ValueError):
    """Nothing in the library has that address or name."""


class AmbiguousNameError(ValueError):
    """Several works have that name."""


def municipality(text: str) -> Municipality:
    """The source row of the municipality with that address, or with that name or alias in any language."""
    by_slug = Municipality.objects.filter(slug=text).order_by("pk").first()
    if by_slug:
        return source_of(by_slug)
    named = Municipality.objects.filter(Q(name=text) | Q(aliases__text=text)).order_by("pk")
    works = {row.translation_key: row for row in reversed(list(named))}
    if not works:
        raise UnknownWorkError(_("There is no municipality “%(text)s” in the library.") % {"text": text})
    if len(works) > 1:
        addresses = ", ".join(sorted(row.slug for row in works.values()))
        raise AmbiguousNameError(
            _("“%(text)s” is the name of several municipalities. Write the address: %(addresses)s.")
            % {"text": text, "addresses": addresses}
        )
    return source_of(next(iter(works.values())))


def region(text: str) -> Region:
    """The region with that code."""
    return _by_code(Region, text.upper(), _("There is no region “%(text)s” in the library.") % {"text": text})


def series(text: str) -> ConferenceSeries:
    """The series with that code."""
    return _by_code(ConferenceSeries, text, _("There is no series “%(text)s” in the library.") % {"text": text})


def _by_code(model: type[Any], code: str, message: str) -> Any:
    found = model.objects.filter(pk=code).first()
    if found is None:
        raise UnknownWorkError(message)
    return found
