"""The form of conferences."""

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


def conference_form() -> TabbedInterface:
    """What, when and where; programme; people; what came of it."""
    return TabbedInterface([_conference(), _programme(), _people(), _outcome(), _publishing()])


def _conference() -> ObjectList:
    return ObjectList(
        [
            FieldPanel("title"),
            FieldPanel("motto"),
            FieldRowPanel([FieldPanel("series"), FieldPanel("number")]),
            FieldRowPanel([FieldPanel("start"), FieldPanel("end")]),
            FieldRowPanel([FieldPanel("mode"), FieldPanel("status")]),
            InlinePanel("places", panels=[FieldPanel("municipality")], heading=_("Places"), label=_("place")),
            FieldPanel("predecessor"),
            FieldPanel("disclaimers"),
        ],
        heading=_("Conference"),
    )


def _programme() -> ObjectList:
    return ObjectList(
        [
            InlinePanel(
                "programme",
                panels=[
                    FieldRowPanel([FieldPanel("day"), FieldPanel("time"), FieldPanel("room")]),
                    FieldPanel("title"),
                    FieldPanel("speakers"),
                ],
                heading=_("Programme"),
                label=_("programme item"),
            ),
            InlinePanel(
                "working_groups",
                panels=[
                    FieldRowPanel([FieldPanel("number"), FieldPanel("title")]),
                    FieldPanel("coordinators"),
                    FieldPanel("results"),
                ],
                heading=_("Working groups"),
                label=_("working group"),
            ),
            InlinePanel(
                "sub_events",
                panels=[FieldPanel("event")],
                heading=_("Side events"),
                label=_("side event"),
                help_text=_("Other conferences of the library that belong to this one, for example a youth forum."),
            ),
        ],
        heading=_("Programme"),
    )


def _people() -> ObjectList:
    return ObjectList(
        [
            InlinePanel(
                "organisations",
                panels=[FieldRowPanel([FieldPanel("organisation"), FieldPanel("role")])],
                heading=_("Organisations"),
                label=_("organisation"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("registration_state"),
                    FieldRowPanel([FieldPanel("registration_opens"), FieldPanel("registration_closes")]),
                    FieldPanel("registration_note"),
                ],
                heading=_("Registration"),
            ),
        ],
        heading=_("Organisers and registration"),
    )


def _outcome() -> ObjectList:
    return ObjectList(
        [
            InlinePanel(
                "attendance",
                panels=[
                    FieldRowPanel([FieldPanel("minimum"), FieldPanel("maximum"), FieldPanel("kind")]),
                    FieldPanel("source"),
                ],
                heading=_("Attendance"),
                label=_("number of participants"),
                help_text=_("How many came or were expected: one row for each source, for sources may disagree."),
            ),
            InlinePanel("documents", panels=[FieldPanel("document")], heading=_("Documents"), label=_("document")),
        ],
        heading=_("Attendance and documents"),
    )


def _publishing() -> ObjectList:
    return ObjectList([FieldPanel("slug"), PublishingPanel()], heading=_("Address and schedule"))
