"""The reminder on the home page of the admin."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component

from cms.translation.models import FollowQuestion


class QuestionsPanel(Component):
    """How many questions about translations are open."""

    name = "translation_questions"
    template_name = "translation/following/home_panel.html"
    order = 120

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """The sentence and where to go."""
        count = FollowQuestion.objects.count()
        text = ngettext(
            "Something happened to an original; nobody has decided about its translations.",
            "Something happened to originals %(count)d times; nobody has decided about their translations.",
            count,
        )
        return {"text": text % {"count": count}, "address": reverse("translation_follow_list")}
