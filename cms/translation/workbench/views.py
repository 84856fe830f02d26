"""The workbench at a target's edit address, and the addresses that its script talks to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic.base import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import TranslatableMixin, WorkflowMixin
from wagtail_localize.models import Translation

from cms.translation.basis import translation_of
from cms.translation.errors import IncompleteTranslationError, TranslationError
from cms.translation.models import Proposal, StringChange
from cms.translation.operations.save_string import SaveString
from cms.translation.permissions import may
from cms.translation.seen import Seen

from .actions import ACTIONS, Action
from .breadcrumbs import breadcrumbs
from .filters import Filter
from .head import Head
from .loading import load_rows
from .overrides import load_overrides, save_overrides
from .rows import Row, Rows, Trouble
from .saving import Outcome, hold, save_texts
from .talk import write_comments
from .unchanging import unchanging_blocks


def open_workbench(request: HttpRequest, row: Any) -> HttpResponse | None:
    """Answers for `row` where it is translated string by string; None leaves it to Wagtail's own editor."""
    if not isinstance(row, TranslatableMixin) or getattr(row, "alias_of_id", None):
        return None
    translation = translation_of(row)
    if translation is None or translation.source.locale_id == row.locale_id:
        return None
    if isinstance(row, WorkflowMixin):
        # Asked many times over for one page; Wagtail looks for it here.
        row._current_workflow_states = list(
            row.workflow_states.active().select_related("current_task_state__task", "workflow")
        )
    if not may(request.user, "change", row):
        raise PermissionDenied
    view: Any = WorkbenchView.as_view()
    response: HttpResponse = view(request, translation=translation, row=row)
    return response


class WorkbenchView(WagtailAdminTemplateMixin, View):
    """All strings of one target with their translations, in one form that also works without JavaScript.

    Whichever button is pressed, what was typed is stored first. What cannot be stored is shown again, and then nothing
    else is done.
    """

    template_name = "translation/workbench/workbench.html"
    header_icon = "wagtail-localize-language"
    _show_breadcrumbs = True

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.translation: Translation = kwargs["translation"]
        self.row: Any = kwargs["row"]
        self.filter = Filter.of(request.GET)
        self.outcome = Outcome()
        self.refused_overrides: dict[str, tuple[str, str]] = {}
        self.refused_comments: dict[str, str] = {}

    @cached_property
    def rows(self) -> Rows:
        """As they are stored now."""
        return load_rows(self.translation, self.target_pk)

    @cached_property
    def about(self) -> Head:
        """What stands around the strings."""
        return Head(self.translation, self.row, self.request.user)

    @property
    def target_pk(self) -> int | None:
        """The id of the work's row in the lists."""
        return self.about.target.pk if self.about.target is not None else None

    def get_page_title(self) -> str:
        return str(self.row.get_admin_display_title() if hasattr(self.row, "get_admin_display_title") else self.row)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return breadcrumbs(self.row, self.request.user, self.get_page_title())

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = request.POST
        user = request.user
        hold(self.translation)
        self.outcome = save_texts(self.translation, self.row, self.rows, form, user)
        overrides = load_overrides(self.translation)
        self.refused_overrides = save_overrides(self.translation, self.row, overrides, form, user)
        self.refused_comments = write_comments(self.about.target, form, user)
        self._tell_saved()
        if not self.outcome.is_complete or self.refused_overrides or self.refused_comments:
            return self._show_refused()
        string = ""
        if key := form.get("accept", ""):
            string = self._accept(key)
        elif key := form.get("edit_from", ""):
            return redirect(f"{self._address(string=key, edit_from=key)}#string-{key}")
        elif action := ACTIONS.get(form.get("action", "")):
            refused = self._act(action, form.get("remark", "").replace("\x00", ""))
            return redirect(self._address(missing="1" if refused else ""))
        elif key := form.get("at", ""):
            string = key
        return redirect(self._address(string=string) + (f"#string-{string}" if string else ""))

    def _address(self, **more: str) -> str:
        """This page with the same filter."""
        kept = {name: self.request.GET[name] for name in ("show", "q", "p") if self.request.GET.get(name)}
        query = urlencode(kept | {name: value for name, value in more.items() if value})
        return self.request.path + (f"?{query}" if query else "")

    def _tell_saved(self) -> None:
        if self.outcome.saved:
            count = len(self.outcome.saved)
            text = ngettext("%(count)d text was saved.", "%(count)d texts were saved.", count)
            messages.success(self.request, text % {"count": count})
        if self.outcome.proposed:
            count = len(self.outcome.proposed)
            text = ngettext(
                "The source of %(count)d text had changed. What you typed is kept as a proposal for its new source.",
                "The source of %(count)d texts had changed. What you typed is kept as proposals for their new sources.",
                count,
            )
            messages.warning(self.request, text % {"count": count})

    def _show_refused(self) -> HttpResponse:
        """The page as it is now, with what was typed and the reasons; nothing else has been done."""
        messages.error(self.request, _("Not everything could be saved. What you typed is shown below with the reason."))
        for remembered in ("rows", "about"):
            self.__dict__.pop(remembered, None)
        troubles: dict[str, Trouble] = self.outcome.troubles
        for key, trouble in troubles.items():
            if row := self.rows.get(key):
                row.trouble = trouble
        self.filter = replace(self.filter, among=frozenset(troubles))
        return self.render_to_response(self.get_context_data(), status=409)

    def _accept(self, key: str) -> str:
        """Takes the proposal of a string as its translation."""
        row = self.rows.get(key)
        proposal = Proposal.objects.filter(pk=row.proposal.pk).first() if row and row.proposal else None
        if row is None or proposal is None:
            messages.warning(self.request, _("This proposal is gone: the string has been translated meanwhile."))
            return key
        try:
            SaveString(
                translation=self.translation,
                segment=row.segment,
                text=proposal.text,
                seen=str(Seen.of(row.source, "")) if key not in self.outcome.saved else None,
                origin=StringChange.Origin.ACCEPTED,
                former_source=proposal.former_source,
                user=self.request.user,
                row=self.row,
            ).execute()
        except TranslationError as error:
            messages.error(self.request, str(error))
        return key

    def _act(self, action: Action, remark: str) -> bool:
        """Carries it out and tells what happened. Returns whether it was refused for what is missing."""
        try:
            with transaction.atomic():
                done = action(self.translation, self.request.user, remark)
        except TranslationError as error:
            messages.error(self.request, str(error))
            return isinstance(error, IncompleteTranslationError)
        title = str(self.translation.get_target_instance())
        language = self.translation.target_locale.get_display_name()
        messages.success(self.request, done % {"title": title, "language": language})
        return False

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        overrides = load_overrides(self.translation)
        for override in overrides:
            if override.key in self.refused_overrides:
                override.trouble, override.typed = self.refused_overrides[override.key]
        prefilled = self.rows.get(self.request.GET.get("edit_from", ""))
        if prefilled is not None:
            prefilled.prefilled = True
        page = self.filter.page(self.rows.rows)
        return context | {
            "head": self.about,
            "rows": self.rows,
            "page_obj": page,
            "page_links": [(number, self.filter.query(p=number)) for number in page.paginator.page_range],
            "groups": _by_tab(page.object_list),
            "filter": self.filter,
            "choices": self.filter.choices(self.rows.rows),
            "overrides": overrides,
            "unchanging": unchanging_blocks(self.rows.places, self.rows.rows),
            "outcome": self.outcome,
            "refused_comments": [
                (self.request.POST.get(name, ""), reason) for name, reason in self.refused_comments.items()
            ],
            "show_missing": "missing" in self.request.GET,
            "form_address": self._address(),
            "locked": self.about.lock_sentence,
            "target_language": self.translation.target_locale.language_code,
            "source_language": self.translation.source.locale.language_code,
            "header_buttons": [],
            "history_url": self.about.history_url,
        }


def _by_tab(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """The rows under the headings of the source's tabs."""
    return [(tab, list(group)) for tab, group in groupby(rows, key=lambda row: row.place.tab)]
