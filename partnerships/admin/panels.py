"""The forms of library entries. Tabs follow the order in which editors come by what they know."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)

from .forms import CodeForm, PartnershipForm


def _publishing() -> ObjectList:
    return ObjectList([FieldPanel("slug"), PublishingPanel()], heading=_("Address and schedule"))


def municipality_form() -> TabbedInterface:
    """Names, place, search for a partner, numbers in registers."""
    return TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("name"),
                    FieldRowPanel([FieldPanel("kind"), FieldPanel("country")]),
                    FieldRowPanel([FieldPanel("region"), FieldPanel("parent")]),
                    FieldPanel("intro"),
                    FieldPanel("website"),
                    InlinePanel(
                        "aliases",
                        panels=[
                            FieldPanel("text"),
                            FieldRowPanel([FieldPanel("kind"), FieldPanel("language")]),
                            FieldRowPanel([FieldPanel("used_from"), FieldPanel("used_to")]),
                        ],
                        heading=_("Other names"),
                        label=_("other name"),
                        help_text=_(
                            "Former names, spellings and names in other languages; readers and editors find the "
                            "municipality by each of them. The name itself is translated with the entry."
                        ),
                    ),
                ],
                heading=_("Municipality"),
            ),
            ObjectList(
                [
                    MultiFieldPanel(
                        [
                            FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                            FieldPanel("point_is"),
                        ],
                        heading=_("Point on the map"),
                    ),
                    MultiFieldPanel(
                        [FieldRowPanel([FieldPanel("population"), FieldPanel("population_year")])],
                        heading=_("Population"),
                    ),
                    MultiFieldPanel(
                        [
                            FieldRowPanel([FieldPanel("ags"), FieldPanel("oktmo")]),
                            FieldRowPanel([FieldPanel("geonames_id"), FieldPanel("wikidata_id")]),
                        ],
                        heading=_("Numbers in registers"),
                    ),
                ],
                heading=_("Facts and figures"),
            ),
            ObjectList(
                [
                    FieldPanel("seeking_partner"),
                    FieldPanel("seeking_wishes"),
                    FieldRowPanel([FieldPanel("seeking_since"), FieldPanel("seeking_until")]),
                    FieldPanel("seeking_contact"),
                ],
                heading=_("Looking for a partner"),
            ),
            _publishing(),
        ]
    )


def partnership_form() -> TabbedInterface:
    """Sides, milestones, texts, sources."""
    return TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("kind"),
                    InlinePanel(
                        "sides",
                        panels=[
                            FieldPanel("municipality"),
                            FieldRowPanel([FieldPanel("status"), FieldPanel("status_since")]),
                            FieldRowPanel([FieldPanel("decided_by"), FieldPanel("source")]),
                        ],
                        heading=_("Sides"),
                        label=_("side"),
                        min_num=2,
                        help_text=_(
                            "Two or more different municipalities. Each has its own status: one side may have "
                            "suspended what the other keeps up. The title of the partnership is made of their names."
                        ),
                    ),
                ],
                heading=_("Sides"),
            ),
            ObjectList(
                [
                    InlinePanel(
                        "milestones",
                        panels=[
                            FieldRowPanel([FieldPanel("type"), FieldPanel("date")]),
                            FieldPanel("wording"),
                            FieldPanel("place"),
                            FieldPanel("source"),
                        ],
                        heading=_("Milestones"),
                        label=_("milestone"),
                        help_text=_(
                            "In any order. The partnership counts from the first friendship agreement, signing or "
                            "ratification; anniversaries follow from it."
                        ),
                    ),
                    InlinePanel(
                        "celebrations",
                        panels=[FieldRowPanel([FieldPanel("years"), FieldPanel("state"), FieldPanel("date")])],
                        heading=_("Celebrations"),
                        label=_("celebration"),
                        help_text=_("Notes on the celebration of an anniversary: planned, postponed, held, cancelled."),
                    ),
                ],
                heading=_("Milestones"),
            ),
            ObjectList(
                [
                    FieldPanel("fields_of_work"),
                    FieldPanel("remarks"),
                    InlinePanel(
                        "contacts",
                        panels=[FieldPanel("contact")],
                        heading=_("Contacts"),
                        label=_("contact"),
                        help_text=_("Whom readers may ask. Contacts disappear by themselves when they expire."),
                    ),
                    InlinePanel(
                        "documents",
                        panels=[FieldPanel("document")],
                        heading=_("Documents"),
                        label=_("document"),
                    ),
                    InlinePanel(
                        "links",
                        panels=[FieldRowPanel([FieldPanel("title"), FieldPanel("url")])],
                        heading=_("Links"),
                        label=_("link"),
                    ),
                ],
                heading=_("For readers"),
            ),
            ObjectList(
                [
                    FieldPanel("last_verified"),
                    InlinePanel(
                        "sources",
                        panels=[FieldRowPanel([FieldPanel("text"), FieldPanel("url")])],
                        heading=_("Sources"),
                        label=_("source"),
                        help_text=_("Where what we know about the partnership comes from."),
                    ),
                    InlinePanel(
                        "claims",
                        panels=[
                            FieldRowPanel([FieldPanel("field"), FieldPanel("value")]),
                            FieldPanel("source"),
                        ],
                        heading=_("Conflicting claims"),
                        label=_("conflicting claim"),
                        help_text=_(
                            "Where sources disagree: one row for each value and who gives it. What we hold to be right "
                            "stands in the other tabs."
                        ),
                    ),
                ],
                heading=_("Sources"),
            ),
            _publishing(),
        ],
        base_form_class=PartnershipForm,
    )


def organisation_form() -> TabbedInterface:
    """One tab and the schedule."""
    return TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("name"),
                    FieldPanel("kind"),
                    FieldPanel("website"),
                    FieldPanel("municipality"),
                ],
                heading=_("Organisation"),
            ),
            _publishing(),
        ]
    )


def contact_form() -> TabbedInterface:
    """One tab and the schedule."""
    return TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("function"),
                    FieldPanel("organisation"),
                    FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                    FieldPanel("languages"),
                    FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
                ],
                heading=_("Contact"),
            ),
            _publishing(),
        ]
    )


def region_form() -> ObjectList:
    """The code is fixed once the region exists."""
    return ObjectList([FieldPanel("code"), FieldPanel("country"), FieldPanel("name")], base_form_class=CodeForm)


def series_form() -> ObjectList:
    """The code is fixed once the series exists."""
    return ObjectList([FieldPanel("name"), FieldPanel("code")], base_form_class=CodeForm)
