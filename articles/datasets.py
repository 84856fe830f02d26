"""Articles as open data."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cms.feeds.open_data.dataset import Dataset, datasets


def register() -> None:
    """Announces the dataset; called when the app is ready."""
    datasets.register(
        "article",
        Dataset(
            type="article",
            title=_("News about municipal partnerships"),
            description=_("Press releases, solidarity letters and conference reports, each with its places."),
            keywords=(_("town twinning"), _("press releases")),
            themes=("GOVE", "INTR"),
        ),
    )
