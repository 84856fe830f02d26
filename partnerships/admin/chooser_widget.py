"""The chooser of library entries inside forms."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext
from wagtail.snippets.widgets import AdminSnippetChooser


def _in_the_active_language(message: str) -> property:
    """An attribute that Wagtail sets once, when the form class is made, translated each time it is read instead."""

    def read(widget: Any) -> str:
        return gettext(message) % {"object": widget.model._meta.verbose_name}

    def ignore(widget: Any, value: Any) -> None:
        pass

    return property(read, ignore)


class LibraryChooser(AdminSnippetChooser):
    """Wagtail's snippet chooser, speaking the language of whoever uses it."""

    choose_one_text = _in_the_active_language("Choose %(object)s")
    choose_another_text = _in_the_active_language("Choose another %(object)s")
    link_to_chosen_text = _in_the_active_language("Edit this %(object)s")
