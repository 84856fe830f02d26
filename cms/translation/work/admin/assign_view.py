"""Giving a target to a translator, taking it, giving it back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name

from cms.translation.errors import TranslationError
from cms.translation.models import Assignment
from cms.translation.operations.assign import AssignTranslation, UnassignTranslation
from cms.translation.work.allowed import may_assign, may_translate
from cms.translation.work.assign_form import AssignForm

from .target_view import TargetView


class AssignView(TargetView):
    """For editors a form; for translators two buttons."""

    template_name = "translation/work/assign.html"
    page_title = gettext_lazy("Assign translation")
    header_icon = "user"

    @cached_property
    def assignment(self) -> Assignment | None:
        """Who translates it now."""
        return getattr(self.target, "assignment", None)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        action = request.POST.get("action", "assign")
        if action == "take":
            return self._take()
        if action == "give-back":
            return self._give_back()
        form = self._form(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        try:
            assignment = AssignTranslation(target=self.target, user=request.user, **form.cleaned_data).execute()
        except TranslationError as error:
            form.add_error(None, str(error))
            return self.render_to_response(self.get_context_data(form=form))
        messages.success(
            request,
            _("%(person)s translates “%(title)s” into %(language)s.")
            % {
                "person": get_user_display_name(assignment.translator),
                "title": self.target.title,
                "language": self.target.locale.get_display_name(),
            },
        )
        return self.back()

    def _take(self) -> HttpResponse:
        user = self.request.user
        try:
            AssignTranslation(target=self.target, translator=user, user=user).execute()
        except TranslationError as error:
            messages.error(self.request, str(error))
        else:
            messages.success(self.request, _("You translate %(what)s.") % {"what": self.get_page_subtitle()})
        return self.back()

    def _give_back(self) -> HttpResponse:
        if UnassignTranslation(target=self.target, user=self.request.user).execute():
            messages.success(
                self.request, _("Nobody is assigned to %(what)s any more.") % {"what": self.get_page_subtitle()}
            )
        return self.back()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        assigns = may_assign(user, self.target, self.rows)
        if assigns:
            kwargs.setdefault("form", self._form())
        return super().get_context_data(
            target=self.target,
            assignment=self.assignment,
            assigns=assigns,
            translates=may_translate(user, self.target, self.rows),
            next=self.next,
            media=kwargs["form"].media if assigns else "",
            **kwargs,
        )

    def _form(self, data: Any = None) -> AssignForm:
        current = self.assignment
        initial = {"translator": current.translator_id, "due": current.due, "note": current.note} if current else {}
        models = [model] if (model := self.target.content_type.model_class()) else []
        return AssignForm(data, initial=initial, locales=[self.target.locale], models=models)
