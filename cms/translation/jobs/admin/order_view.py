"""One form for whatever was selected, a page to confirm it, and the order."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.translation.admin.addresses import next_address
from cms.translation.models import Job

from ..forecast import forecast
from ..kinds import kinds_for
from ..ordering import NothingSelectedError, order
from ..requested import selection_of
from ..selections import NOTHING_CHOSEN, Selection
from .forms import FIELDS, OrderForm
from .summary import summary

STEP = "step"
CONFIRM = "confirm"
ORDER = "order"


class OrderView(WagtailAdminTemplateMixin, TemplateView):
    """Asks what to do with a selection.

    GET, and POST from a list's checkboxes, show the form. Nothing is kept between its steps: each carries the selection
    and the choices in hidden fields, never in the address.
    """

    page_title = gettext_lazy("Translate")
    header_icon = "wagtail-localize-language"
    template_name = "translation/jobs/order.html"
    confirm_template_name = "translation/jobs/confirm.html"
    _show_breadcrumbs = True
    selected: Selection | None = None
    """What a list's bulk action has found out already."""
    breadcrumbs_items: ClassVar[list[dict[str, str | Promise]]] = [
        *WagtailAdminTemplateMixin.breadcrumbs_items,
        {"url": reverse_lazy("translation_jobs"), "label": gettext_lazy("Translation jobs")},
        {"url": "", "label": page_title},
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let in whoever may order anything."""
        if not self.kinds:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def kinds(self) -> list[Job.Kind]:
        """What is offered."""
        return kinds_for(self.request.user)

    @cached_property
    def selection(self) -> Selection:
        """What was selected."""
        if self.selected is not None:
            return self.selected
        values: QueryDict = self.request.POST if self.request.method == "POST" else self.request.GET
        return selection_of(values)

    def get_page_subtitle(self) -> str:
        """What was selected, in words."""
        return str(self.selection)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The empty form."""
        return self.show_form(self._form(initial={"kind": request.GET.get("kind", self.kinds[0])}))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form, its confirmation, or the order."""
        if self.selection == NOTHING_CHOSEN:
            messages.warning(request, _("Choose at least one work."))
            return redirect(self._next_url())
        step = request.POST.get(STEP)
        if step not in (CONFIRM, ORDER):
            before = _initial(request.POST) if step else {"locales": self.selection.likely_locales()}
            return self.show_form(self._form(initial={"kind": self.kinds[0]} | before))
        form = self._form(data=request.POST)
        if not form.is_valid():
            return self.show_form(form)
        if step == ORDER:
            return self._order(form)
        foreseen = forecast(form.chosen_kind, self.selection, form.options, request.user)
        return self._respond(
            self.confirm_template_name,
            form=form,
            forecast=foreseen,
            kind=form.chosen_kind,
            lines=summary(form.chosen_kind, form.options),
            choices=_choices(form),
        )

    def show_form(self, form: OrderForm) -> HttpResponse:
        """The form, empty or with its errors."""
        return self._respond(
            self.template_name,
            form=form,
            selected=self.selection.targets(self.request.user).values("translation_key").distinct().count(),
            kinds_of_fields={
                name: " ".join(kind.value for kind in self.kinds if name in FIELDS[kind])
                for names in FIELDS.values()
                for name in names
            },
            media=form.media,
        )

    def _next_url(self) -> str:
        return next_address(self.request) or reverse("translation_jobs")

    def _form(self, **kwargs: Any) -> OrderForm:
        return OrderForm(kinds=self.kinds, **kwargs)

    def _order(self, form: OrderForm) -> HttpResponse:
        try:
            job = order(form.chosen_kind, self.selection, form.options, self.request.user)
        except NothingSelectedError as error:
            messages.warning(self.request, str(error))
            return self.show_form(form)
        messages.success(self.request, _("The job has been ordered. This page shows how far it is."))
        return redirect(reverse("translation_job", args=[job.pk]))

    def _respond(self, template: str, **context: Any) -> HttpResponse:
        return self.response_class(
            self.request,
            [template],
            self.get_context_data(
                selection=self.selection,
                selection_values=self.selection.values(),
                order_url=reverse("translation_job_order"),
                next_url=self._next_url(),
                **context,
            ),
        )


def _initial(values: QueryDict) -> dict[str, Any]:
    """What was chosen before, for somebody who goes back to change it."""
    fields = OrderForm.base_fields
    several = {"locales": values.getlist("locales"), "unfinished": "unfinished" in values}
    return {name: values[name] for name in fields if name in values} | several


def _choices(form: OrderForm) -> list[tuple[str, str]]:
    """What was chosen, for hidden fields."""
    return [
        (name, value)
        for name in form.fields
        for value in form.data.getlist(name)  # type: ignore[attr-defined]  # a bound form's data is a QueryDict
        if value
    ]
