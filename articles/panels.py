"""How the forms of articles are laid out."""

from typing import Any, Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
)
from wagtail.models import Page

TEXT_PANELS: Final[list[Panel]] = [
    FieldPanel("kicker"),
    FieldPanel("lead"),
    MultiFieldPanel([FieldRowPanel([FieldPanel("dateline_place"), FieldPanel("date")])], heading=_("Dateline")),
    FieldPanel("lead_image"),
    FieldPanel("body"),
]
"""Below the title, for every kind."""

_LIBRARY_PANELS: Final[list[Panel]] = [
    InlinePanel("places", heading=_("Places"), label=_("place")),
    InlinePanel("partnerships", heading=_("Partnerships"), label=_("partnership")),
]
_MORE_PANELS: Final[list[Panel]] = [
    FieldPanel("tags"),
    InlinePanel("related", heading=_("Related articles"), label=_("article")),
    InlinePanel("contacts", heading=_("Contacts"), label=_("contact")),
    InlinePanel("documents", heading=_("Documents"), label=_("document")),
]
CONNECTION_PANELS: Final[list[Panel]] = [*_LIBRARY_PANELS, FieldPanel("conference"), *_MORE_PANELS]
"""What an article has to do with."""

CONNECTION_PANELS_WITHOUT_CONFERENCE: Final[list[Panel]] = [*_LIBRARY_PANELS, *_MORE_PANELS]
"""The same where the conference stands among the contents."""

PROMOTE_PANELS: Final[list[Panel]] = [
    FieldPanel("slug"),
    MultiFieldPanel([FieldPanel("seo_title"), FieldPanel("search_description")], heading=_("In search engines")),
]

_LATER_PANELS: Final[list[Panel]] = [
    InlinePanel("corrections", heading=_("Corrections"), label=_("correction")),
    MultiFieldPanel(
        [
            FieldPanel("republished_issuer"),
            FieldPanel("republished_url"),
            FieldPanel("republished_introduction"),
        ],
        heading=_("Published by somebody else before"),
    ),
]


def article_tabs(
    content: list[Panel],
    connections: list[Panel],
    promote: list[Panel],
    extra_tabs: list[tuple[list[Panel], str | Promise]] | None = None,
) -> TabbedInterface:
    """Return the tabs of an article's form."""
    tabs = [
        ObjectList(content, heading=_("Content")),
        ObjectList(connections, heading=_("Connections")),
        *(ObjectList(own, heading=heading) for own, heading in extra_tabs or ()),
        ObjectList(_LATER_PANELS, heading=_("Corrections and origin")),
        ObjectList(promote, heading=_("Promote")),
        ObjectList(Page.settings_panels, heading=_("Settings")),
    ]
    return TabbedInterface(tabs)


class SignatoriesPanel(Panel):
    """Says how many have signed a letter and leads to where signatories are kept."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "articles/admin/signatories_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the numbers and the addresses."""
            from .models import Signatory

            context: dict[str, Any] = super().get_context_data(parent_context)
            letter = self.instance
            context["stored"] = letter.pk is not None
            if letter.pk is not None:
                key = str(letter.translation_key)
                signatories = Signatory.objects.standing().filter(letter_key=letter.translation_key)
                context["total"] = signatories.count()
                context["unconfirmed"] = signatories.filter(confirmed_at=None).count()
                context["list_url"] = f"{reverse('signatories:index')}?letter_key={key}"
                context["add_url"] = f"{reverse('signatories:add')}?letter_key={key}"
                context["import_url"] = f"{reverse('signatories:import')}?letter_key={key}"
            return context
