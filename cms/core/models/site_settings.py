"""What is said once for the whole site, in each language."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, TranslatableMixin

from cms.core.rich_text import TEXT_FEATURES
from cms.publishing.projection import Publication

from .published_asset import PublishedAsset


class SiteSettings(PublishedAsset, TranslatableMixin, ClusterableModel):
    """Issuer, boilerplate, legal pages and social links of one language's site. There is one row a locale."""

    asset_kind: ClassVar[str] = "settings"

    issuer = models.CharField(
        _("issuer"), max_length=255, help_text=_("Who publishes, for example the association's full name.")
    )
    boilerplate = RichTextField(
        _("boilerplate"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("“About us”: stands below every press release that has no boilerplate of its own."),
    )
    imprint = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("imprint"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The page with the legal notice. Linked at the foot of every page."),
    )
    privacy = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("privacy policy"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The page that says what happens to personal data. Linked at the foot of every page."),
    )

    panels = [
        FieldPanel("issuer"),
        FieldPanel("boilerplate"),
        MultiFieldPanel([FieldPanel("imprint"), FieldPanel("privacy")], heading=_("Legal pages")),
        InlinePanel("social_links", heading=_("Social links"), label=_("social link")),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("site settings")
        verbose_name_plural = _("site settings")
        constraints = (models.UniqueConstraint(fields=["locale"], name="core_one_settings_row_per_locale"),)

    def __str__(self) -> str:
        return self.issuer

    def touch(self, batch: Publication, key: Any) -> None:
        """Re-project what shows the settings of this row's locale."""
        batch.touch_asset(self.asset_kind, "", [self.locale.language_code])


class SocialLink(TranslatableMixin, Orderable):
    """One account of the issuer on another site. A language may have accounts of its own."""

    settings = ParentalKey(SiteSettings, on_delete=models.CASCADE, related_name="social_links")
    label = models.CharField(_("label"), max_length=100, help_text=_("The network's name, for example “Mastodon”."))
    url = models.URLField(_("address"))

    panels = [FieldPanel("label"), FieldPanel("url")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("social link")
        verbose_name_plural = _("social links")

    def __str__(self) -> str:
        return self.label
