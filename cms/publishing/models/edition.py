from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.publishing.types import Ref

from .nulls_last import NullsLastIndex
from .verbatim_json import VerbatimJSONField


class EditionQuerySet(models.QuerySet["Edition"]):
    """Ways to choose among editions; none of them touches a page or a snippet."""

    restricted_too = False
    """Whether it chooses among restricted editions as well."""

    def _clone(self) -> EditionQuerySet:
        clone: EditionQuerySet = super()._clone()  # type: ignore[misc]  # private, and how Django's own flags travel
        clone.restricted_too = self.restricted_too
        return clone

    def peers(self) -> EditionQuerySet:
        """All editions that whoever asks may read, for conditions about other editions than the chosen ones."""
        return Edition.everything.all() if self.restricted_too else Edition.objects.all()

    def of_type(self, *names: str) -> EditionQuerySet:
        """Editions of these types only."""
        return self.filter(type__in=names)

    def best(self, locales: Sequence[str]) -> EditionQuerySet:
        """One row a work: in the first of `locales` it is published in. Chosen before anything else is filtered."""
        chosen: Any = Q(pk__in=[])
        for rank, locale in enumerate(locales):
            better = locales[:rank]
            if not better:
                chosen |= Q(locale=locale)
                continue
            published_in_better = self.peers().filter(type=OuterRef("type"), key=OuterRef("key"), locale__in=better)
            chosen |= Q(locale=locale) & ~Exists(published_in_better)
        return self.filter(chosen)

    def with_term(self, name: str, values: Iterable[str]) -> EditionQuerySet:
        """Editions that have any of these values for the filter `name`."""
        term = EditionTerm.objects.filter(edition=OuterRef("pk"), name=name, value__in=list(values))
        return self.filter(Exists(term))

    def named(self, refs: Iterable[Ref]) -> EditionQuerySet:
        """At least the editions of `refs`, and other locales of the same works."""
        by_type: dict[str, set[str]] = {}
        for ref in refs:
            by_type.setdefault(ref.type, set()).add(ref.key)
        wanted = Q(pk__in=[])
        for name, keys in by_type.items():
            wanted |= Q(type=name, key__in=keys)
        return self.filter(wanted)


class PublicEditionManager(models.Manager["Edition"].from_queryset(EditionQuerySet)):  # type: ignore[misc]  # dynamic
    """The editions that everybody may read."""

    def get_queryset(self) -> EditionQuerySet:
        """Without the restricted ones."""
        editions: EditionQuerySet = super().get_queryset()
        return editions.filter(restricted=False)


class EveryEditionManager(models.Manager["Edition"].from_queryset(EditionQuerySet)):  # type: ignore[misc]  # dynamic
    """All editions: for the projection, and for readers with a key to restricted content."""

    def get_queryset(self) -> EditionQuerySet:
        """With the restricted ones."""
        editions: EditionQuerySet = super().get_queryset()
        editions.restricted_too = True
        return editions


class Edition(models.Model):
    """A work as it is published in one locale, stored ready to serve. Written by the projection only.

    Restricted are those of pages under a view restriction. Whoever reads `objects` never meets one.
    """

    class State(models.TextChoices):
        SOURCE = "source", pgettext_lazy("state of an edition", "source")
        CURRENT = "current", _("current")
        OUTDATED = "outdated", _("outdated")
        PARTIAL = "partial", _("partial")

    type = models.CharField(max_length=40)
    kind = models.CharField(max_length=40, blank=True)
    key = models.UUIDField()
    locale = models.CharField(max_length=20)
    restricted = models.BooleanField(default=False)
    locales = models.CharField(max_length=255, blank=True)
    """Its own, and all in which everybody may read the work; see `cms.publishing.work_locales`."""
    model = models.CharField(max_length=100)
    object_id = models.CharField(max_length=64)

    title = models.TextField()
    sort_title = models.CharField(max_length=400)
    slug = models.CharField(max_length=255, blank=True)
    path = models.CharField(max_length=2000, null=True, blank=True)  # noqa: DJ001 - null: has no page of its own
    earliest = models.DateField(null=True, blank=True)
    latest = models.DateField(null=True, blank=True)
    first_published_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices)
    text = models.TextField(blank=True)
    """Title, names, lead and body, folded, for conditions of lists."""
    words = VerbatimJSONField(default=dict)
    """See `Words`."""
    point_lon = models.FloatField(null=True, blank=True)
    point_lat = models.FloatField(null=True, blank=True)

    document = VerbatimJSONField()
    item = VerbatimJSONField()
    summary = VerbatimJSONField()
    day_dependent = models.BooleanField(default=True)
    digest = models.CharField(max_length=64)
    change_id = models.BigIntegerField(null=True, blank=True)

    # The first one is Django's default, so it is the one that leaves something out. Cascades and `refresh_from_db`
    # go through Django's own base manager, which leaves out nothing.
    objects = PublicEditionManager()
    everything = EveryEditionManager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["type", "key", "locale"], name="one_edition_per_work_and_locale"),
        ]
        indexes: ClassVar = [
            # Those that end with `restricted` can answer without the rows: how many there are, and for `best`, which.
            models.Index(fields=["type", "locale", "-latest", "restricted"], name="edition_by_date"),
            models.Index(fields=["type", "locale", "sort_title", "restricted"], name="edition_by_title"),
            models.Index(fields=["type", "locale", "kind", "restricted"], name="edition_by_kind"),
            models.Index(fields=["type", "locale", "key", "restricted"], name="edition_by_work"),
            NullsLastIndex(
                fields=["type", "locale", "-earliest", "sort_title", "key", "restricted"], name="edition_newest"
            ),
            # For lists with fallback. They begin without `locale`, so that no other index has the same rows in order.
            NullsLastIndex(
                fields=["type", "locales", "-earliest", "sort_title", "key"],
                name="edition_alike_by_date",
                condition=Q(restricted=False),
            ),
            models.Index(
                fields=["type", "locales", "sort_title", "key"],
                name="edition_alike_by_title",
                condition=Q(restricted=False),
            ),
            models.Index(fields=["path"], name="edition_by_path"),
            models.Index(fields=["model", "object_id"], name="edition_by_object"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.type}, {self.locale})"

    @property
    def ref(self) -> Ref:
        """The edition's name."""
        return Ref(self.type, str(self.key), self.locale)


class EditionTerm(models.Model):
    """One exact value an edition can be filtered by, such as place = a municipality's id.

    It says again of its edition what lists choose and order by, so that one range of an index is a filtered list.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="terms")
    name = models.CharField(max_length=40)
    value = models.CharField(max_length=255)
    type = models.CharField(max_length=40)
    key = models.UUIDField()
    locale = models.CharField(max_length=20)
    restricted = models.BooleanField(default=False)
    locales = models.CharField(max_length=255, blank=True)
    earliest = models.DateField(null=True, blank=True)
    sort_title = models.CharField(max_length=400)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["name", "value"], name="term_by_value"),
            # Whole, so that they can answer without the rows.
            NullsLastIndex(
                fields=["name", "value", "type", "locale", "-earliest", "sort_title", "key", "locales", "edition"],
                name="term_by_date",
                condition=Q(restricted=False),
            ),
            models.Index(
                fields=["name", "value", "type", "locale", "sort_title", "key", "locales", "edition"],
                name="term_by_title",
                condition=Q(restricted=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}={self.value}"


class Reference(models.Model):
    """Something an edition was built from besides its own work, also when it could not be shown.

    `type` is an edition type or a kind of asset (image, document, settings, tag). An empty `key` means every work of
    the type, `kind:<kind>` every one of a kind.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="references")
    type = models.CharField(max_length=40)
    key = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["type", "key"], name="reference_by_target")]

    def __str__(self) -> str:
        return f"{self.type}:{self.key}"
