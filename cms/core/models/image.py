"""Pictures and their renditions."""

from typing import ClassVar

from django.core.files.base import ContentFile, File
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, ImageQuerySet
from wagtail.search import index

from cms.core.fields import LocalizedTextField

from .published_asset import PublishedAsset, PublishedAssetQuerySet


class PublishedImageQuerySet(PublishedAssetQuerySet["Image"], ImageQuerySet):
    """Wagtail's image queryset whose bulk changes reach the editions."""


class Image(PublishedAsset, AbstractImage):
    """A picture with everything a newsroom must say about it.

    ``alt`` and ``caption`` hold one text per locale; credit and licence are facts. A block that shows the picture may
    override alt and caption with its own.
    """

    asset_kind: ClassVar[str] = "image"
    unpublished_fields: ClassVar[frozenset[str]] = frozenset({"file_hash", "file_size"})

    credit = models.CharField(
        _("credit"), max_length=255, blank=True, help_text=_("Who made the picture, as it must be named next to it.")
    )
    licence = models.CharField(
        _("licence"),
        max_length=255,
        blank=True,
        help_text=_("The terms under which we may show it, for example “CC BY-SA 4.0”, or “all rights reserved”."),
    )
    alt = LocalizedTextField(
        _("alternative text"),
        blank=True,
        help_text=_("What a person who cannot see the picture should be told, in each language."),
    )
    caption = LocalizedTextField(
        _("caption"), blank=True, help_text=_("Shown below the picture wherever a text has no caption of its own.")
    )

    objects = PublishedImageQuerySet.as_manager()

    tags = TaggableManager(_("tags"), blank=True, help_text=None, related_name="core_images")

    admin_form_fields = (
        "title",
        "file",
        "credit",
        "licence",
        "alt",
        "caption",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields = [*AbstractImage.search_fields, index.SearchField("credit"), index.FilterField("licence")]

    def generate_rendition_file(self, filter: Filter, *, source: File | None = None) -> File:  # noqa: A002  (Wagtail's)
        """Return the rendition's bytes. Raises SourceImageIOError where the picture's own file is lost.

        Wagtail leaves its temporary file open until it is collected as garbage.
        """
        if source is None:
            with self.open_file() as stored:
                return self.generate_rendition_file(filter, source=stored)
        with super().generate_rendition_file(filter, source=source) as made:
            made.seek(0)
            return ContentFile(made.read(), name=made.name)

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        # Wagtail's own model of this name, which nothing uses, has the plain reverse names.
        default_related_name = "core_images"
        permissions = (("choose_image", _("Can choose image")),)


class Rendition(AbstractRendition):
    """A resized copy of an image, made when it is first asked for."""

    image = models.ForeignKey(Image, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
