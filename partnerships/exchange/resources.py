"""What each type exports and imports."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from import_export.fields import Field
from import_export.resources import Diff, ModelResource
from wagtail.models import Locale

from ..admin.choosers import one_row_a_work
from ..models import Conference, Municipality, Partnership
from ..models.partnership import check_sides
from . import lookups
from .columns import SLUG_DESCRIPTION, Column, FieldColumn, WorkColumn
from .row_columns import AliasesColumn, MilestonesColumn, PlacesColumn, side_columns


class CellDiff(Diff):
    """Keeps a row's cells as they were and as they will be, instead of HTML."""

    def as_html(self) -> list[tuple[str, str]]:
        return [
            ("" if self.new else str(before), str(after)) for before, after in zip(self.left, self.right, strict=True)
        ]


class LibraryResource(ModelResource):
    """One row a work: the row in which it was first written. Works are recognised by their address.

    A draft that has never been published has none yet. It is left out: read back, it would become a second entry.
    ``user`` decides whether rows are published or stored as drafts.
    """

    columns: ClassVar[tuple[Column, ...]] = ()
    """In the order in which files have them; ``slug`` is the first."""
    prefetch: ClassVar[tuple[str, ...]] = ()
    join: ClassVar[tuple[str, ...]] = ()

    class Meta:
        fields = ()  # nothing is taken from the model by itself
        clean_model_instances = True
        skip_unchanged = True
        report_skipped = True
        store_instance = True
        use_transactions = True

    def __init__(self, user: Any, *, publish: bool) -> None:
        super().__init__()
        self.user = user
        self.publish = publish

    def get_fields(self, **kwargs: Any) -> list[Field]:
        return list(self.columns)

    def get_import_fields(self) -> list[Field]:
        return list(self.columns)

    def get_diff_headers(self) -> list[str]:
        return [column.column_name for column in self.columns]

    def _check_import_id_fields(self, headers: list[str]) -> None:
        """Nothing: headers are checked before, in words for editors."""

    def get_diff_class(self) -> type[Diff]:
        return CellDiff

    def get_queryset(self) -> QuerySet[Any]:
        rows = one_row_a_work(self._meta.model._default_manager.exclude(slug=""))
        return rows.select_related("locale", *self.join).prefetch_related(*self.prefetch).order_by("slug")

    def get_instance(self, instance_loader: Any, row: dict[str, str]) -> Any:
        slug = row["slug"]
        if not slug:
            return None
        found = self.get_queryset().filter(slug=slug).first()
        if found is None:
            raise ValidationError(
                {"slug": _("There is no entry with this address. Leave the cell empty for a new one.")}
            )
        return found

    def init_instance(self, row: Any = None) -> models.Model:
        instance: models.Model = self._meta.model(locale=Locale.get_default(), live=False)
        return instance

    def skip_row(self, instance: Any, original: Any, row: Any, import_validation_errors: Any = None) -> bool:
        if import_validation_errors or original is None or original.pk is None:
            return False
        return self.cells(original) == self.cells(instance)

    def cells(self, work: Any) -> list[str]:
        """The work as a row of a file."""
        return [column.read(work) for column in self.columns]

    def before_save_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        if instance.pk and instance.has_unpublished_changes:
            raise ValidationError(
                _("Somebody is working on this entry: it has a draft. Publish or discard that first.")
            )
        if instance.pk and instance.locked:
            raise ValidationError(_("This entry is locked."))

    def do_instance_save(self, instance: Any, is_create: bool) -> None:
        if is_create:
            instance.save()
        revision = instance.save_revision(user=self.user, log_action=True)
        if self.publish:
            revision.publish(user=self.user)

    def save_m2m(self, instance: Any, row: Any, **kwargs: Any) -> None:
        """Nothing: child rows are stored with their work."""


class SlugColumn(Column):
    """Says which work a row belongs to; never changed by an import."""

    def __init__(self) -> None:
        super().__init__("slug", SLUG_DESCRIPTION)

    def read(self, work: Any) -> str:
        return str(work.slug)

    def write(self, work: Any, text: str) -> None:
        """Nothing: the address of an entry is changed in its form, where redirects are thought of."""


def _fields(model: type[models.Model], *names: str) -> list[Column]:
    return [FieldColumn(model, name) for name in names]


class MunicipalityResource(LibraryResource):
    """Municipalities with all facts and the name in the language of the source."""

    prefetch = ("aliases",)
    join = ("region", "parent")
    columns = (
        SlugColumn(),
        *_fields(Municipality, "name", "kind"),
        FieldColumn(
            Municipality,
            "country",
            gettext_lazy("country: ISO 3166-1 alpha-2 code in capitals, for example DE, or its name in your language"),
        ),
        WorkColumn("region", gettext_lazy("region: ISO 3166-2 code"), lookups.region, to="code"),
        WorkColumn("parent", gettext_lazy("belongs to: address or name"), lookups.municipality),
        AliasesColumn(),
        *_fields(Municipality, "ags", "oktmo", "geonames_id", "wikidata_id", "latitude", "longitude", "point_is"),
        *_fields(Municipality, "population", "population_year", "website"),
        *_fields(Municipality, "seeking_partner", "seeking_since", "seeking_until"),
    )

    class Meta(LibraryResource.Meta):
        model = Municipality


class PartnershipResource(LibraryResource):
    """Partnerships with their sides and milestones."""

    prefetch = ("sides__municipality", "milestones")
    columns = (
        SlugColumn(),
        *_fields(Partnership, "kind"),
        *side_columns(),
        MilestonesColumn(),
        *_fields(Partnership, "fields_of_work", "last_verified"),
    )

    class Meta(LibraryResource.Meta):
        model = Partnership

    def validate_instance(self, instance: Any, *args: Any, **kwargs: Any) -> None:
        super().validate_instance(instance, *args, **kwargs)
        check_sides(instance.sides.all())


class ConferenceResource(LibraryResource):
    """Conferences: what, when and where."""

    prefetch = ("places__municipality",)
    join = ("series",)
    columns = (
        SlugColumn(),
        *_fields(Conference, "title", "motto"),
        WorkColumn("series", gettext_lazy("series: its code"), lookups.series, to="code"),
        *_fields(Conference, "number", "start", "end"),
        PlacesColumn(),
        *_fields(Conference, "mode", "status"),
    )

    class Meta(LibraryResource.Meta):
        model = Conference


RESOURCES: dict[str, type[LibraryResource]] = {
    "municipality": MunicipalityResource,
    "partnership": PartnershipResource,
    "conference": ConferenceResource,
}
"""By model name."""
