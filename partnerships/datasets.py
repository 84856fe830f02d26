"""The library as open data."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cms.feeds.open_data.dataset import Dataset, datasets

_TOWN_TWINNING = _("town twinning")


def register() -> None:
    """Announces the library's datasets; called when the app is ready."""
    for dataset in (
        Dataset(
            type="partnership",
            title=_("Partnerships between municipalities"),
            description=_(
                "Which municipalities are partners, since when, how things stand on each side, and where that is "
                "written. Dates are as precise as they are known (EDTF)."
            ),
            keywords=(_TOWN_TWINNING, _("municipalities"), _("anniversaries")),
            themes=("GOVE", "INTR"),
        ),
        Dataset(
            type="municipality",
            title=_("Municipalities with partnerships"),
            description=_("Towns, counties and districts with their names in several languages, places and numbers."),
            keywords=(_TOWN_TWINNING, _("municipalities"), _("place names")),
            themes=("GOVE", "REGI"),
        ),
        Dataset(
            type="conference",
            title=_("Conferences of partner municipalities"),
            description=_("When and where partner municipalities met, with programme, participants and sources."),
            keywords=(_TOWN_TWINNING, _("conferences")),
            themes=("GOVE", "INTR"),
        ),
    ):
        datasets.register(dataset.type, dataset)
