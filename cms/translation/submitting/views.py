"""Giving a work to translators, in place of wagtail-localize's dialogs."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import DraftStateMixin, Locale, Page, TranslatableMixin
from wagtail.snippets.views.snippets import get_snippet_model_from_url_params
from wagtail_localize.components import TranslationComponentManager
from wagtail_localize.models import Translation

from cms.core.works import source_of
from cms.translation.admin.addresses import edit_address, next_address
from cms.translation.errors import NoDraftError, NotTheSourceError, TranslationError
from cms.translation.jobs.options import JobOptions
from cms.translation.jobs.ordering import NothingSelectedError, order
from cms.translation.jobs.selections import Section
from cms.translation.models import Job, Target
from cms.translation.operations.assign import AssignTranslation
from cms.translation.operations.submit import SubmitForTranslation
from cms.translation.permissions import SUBMIT, may

from .forms import OptionalAssignForm, SubmitForm
from .offers import Offers, offers_for


class SubmitView(WagtailAdminTemplateMixin, TemplateView):
    """Asks for languages and translators, and does all of it or nothing; what is refused is said above the form."""

    template_name = "translation/submitting/submit.html"
    page_title = gettext_lazy("Submit for translation")
    header_icon = "wagtail-localize-language"
    _show_breadcrumbs = True

    source: Any

    def get_source(self) -> Any:
        raise NotImplementedError

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(SUBMIT):
            raise PermissionDenied
        self.source = self.get_source()
        if not isinstance(self.source, DraftStateMixin):
            raise NoDraftError(str(self.source))
        original = source_of(self.source)
        if original.pk != self.source.pk:
            raise NotTheSourceError(str(self.source), original.locale)
        self.components = TranslationComponentManager.from_request(request, source_object_instance=self.source)
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self._is_valid():
            try:
                with transaction.atomic():
                    translations = self._submit()
                    job = self._submit_below()
            except TranslationError as error:
                self.form.add_error(None, str(error))
            else:
                self._tell(translations, job)
                return redirect(self.next_url or self._after(translations))
        return self.render_to_response(self.get_context_data())

    @cached_property
    def offers(self) -> Offers:
        """What can be chosen."""
        return offers_for(self.source, self.request.user)

    @cached_property
    def form(self) -> SubmitForm:
        """Languages and text."""
        initial = {"locales": [each for each in self.offers.locales if each.language_code == self._wanted()]}
        if not initial["locales"] and len(self.offers.locales) == 1:
            initial["locales"] = self.offers.locales
        data = self.request.POST if self.request.method == "POST" else None
        return SubmitForm(data, source=self.source, user=self.request.user, offers=self.offers, initial=initial)

    @cached_property
    def assigning(self) -> dict[int, tuple[Locale, OptionalAssignForm]]:
        """The form about the translator by locale; for those who may say who translates."""
        if not may(self.request.user, "change", self.source):
            return {}
        data = self.request.POST if self.request.method == "POST" else None
        forms = {}
        for locale in self.offers.locales:
            form = OptionalAssignForm(
                data, prefix=f"assign-{locale.language_code}", locales=[locale], models=[type(self.source)]
            )
            forms[locale.pk] = (locale, form)
        return forms

    @cached_property
    def next_url(self) -> str:
        """Where the user came from, if they said so."""
        return next_address(self.request)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        source = {"url": edit_address(type(self.source), self.source.pk), "label": self._title()}
        return [*super().get_breadcrumbs_items(), source, {"url": "", "label": self.get_page_title()}]

    def get_page_subtitle(self) -> str:
        return self._title()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        forms = [form for _locale, form in self.assigning.values()]
        return super().get_context_data(
            form=self.form,
            assigning=list(self.assigning.values()),
            offers=self.offers,
            next_url=self.next_url,
            back_url=self.next_url or edit_address(type(self.source), self.source.pk),
            components=self.components,
            media=sum((form.media for form in forms), self.form.media),
            **kwargs,
        )

    def _wanted(self) -> str:
        return self.request.GET.get("select_locale", "")

    def _title(self) -> str:
        return self.source.get_admin_display_title() if isinstance(self.source, Page) else str(self.source)

    def _is_valid(self) -> bool:
        valid = self.form.is_valid()
        chosen = self.form.cleaned_data.get("locales") or ()
        forms = [self.assigning[locale.pk][1] for locale in chosen if locale.pk in self.assigning]
        return all([valid, *(form.is_valid() for form in forms), self.components.is_valid()])

    def _submit(self) -> list[Translation]:
        user, locales = self.request.user, list(self.form.cleaned_data["locales"])
        operation = SubmitForTranslation(user=user, source=self.source, locales=locales, draft=self.form.draft)
        translations = operation.execute()
        for locale in locales:
            form = self.assigning[locale.pk][1] if locale.pk in self.assigning else None
            if form is not None and form.cleaned_data.get("translator"):
                target = Target.objects.get(translation_key=self.source.translation_key, locale=locale)
                AssignTranslation(user=user, target=target, **form.cleaned_data).execute()
        self.components.save(self.source, sources_and_translations={translations[0].source: translations})
        return translations

    def _submit_below(self) -> Job | None:
        """Orders what is below the page."""
        if not self.form.cleaned_data.get("include_subtree"):
            return None
        locales = tuple(locale.pk for locale in self.form.cleaned_data["locales"])
        options = JobOptions(locales=locales, draft=self.form.chose_draft)
        try:
            return order(Job.Kind.SUBMIT, Section(self.source, inclusive=False), options, self.request.user)
        except NothingSelectedError:
            return None

    def _tell(self, translations: list[Translation], job: Job | None) -> None:
        languages = [each.target_locale.get_display_name() for each in translations]
        values = {"title": self._title(), "languages": get_text_list(languages, _("and"))}
        messages.success(self.request, _("“%(title)s” was submitted for translation into %(languages)s.") % values)
        if job is not None:
            button = messages.button(reverse("translation_job", args=[job.pk]), _("See how far it is"))
            messages.info(self.request, _("What is below it follows in the background."), buttons=[button])

    def _after(self, translations: list[Translation]) -> str:
        if len(translations) == 1:
            return edit_address(type(self.source), translations[0].get_target_instance().pk)
        if isinstance(self.source, Page):
            return reverse("wagtailadmin_explore", args=[self.source.get_parent().pk])
        return edit_address(type(self.source), self.source.pk)


class SubmitPageView(SubmitView):
    """Submits a page, and by a job what is below it."""

    def get_source(self) -> Any:
        page = get_object_or_404(Page, pk=self.kwargs["page_id"]).specific
        if page.is_root():
            raise Http404
        return page


class SubmitSnippetView(SubmitView):
    """Submits a library entry."""

    def get_source(self) -> Any:
        model = get_snippet_model_from_url_params(self.kwargs["app_label"], self.kwargs["model_name"])
        if not issubclass(model, TranslatableMixin):
            raise Http404
        return get_object_or_404(model, pk=unquote(self.kwargs["pk"]))
