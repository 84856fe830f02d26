"""What to do with what was selected."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.widgets import AdminDateInput
from wagtail.models import Locale

from cms.publishing.locales import content_locales
from cms.translation.models import Job

from ..options import JobOptions

SOURCE_PUBLISHED = "published"
SOURCE_DRAFT = "draft"

FIELDS: dict[Job.Kind, tuple[str, ...]] = {
    Job.Kind.SUBMIT: ("text",),
    Job.Kind.UPDATE: ("text",),
    Job.Kind.PUBLISH: ("partially",),
    Job.Kind.ASSIGN: ("translator", "due", "note", "unfinished"),
}
"""The fields that each kind of job looks at, apart from the locales."""


class TranslatorField(forms.ModelChoiceField):
    """Chooses a person by their name."""

    def label_from_instance(self, obj: Any) -> str:
        return str(get_user_display_name(obj))


class OrderForm(forms.Form):
    """The operation and its options; offers only kinds of jobs that the user may order."""

    kind = forms.ChoiceField(label=gettext_lazy("What to do"), widget=forms.RadioSelect)
    locales = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Languages"),
        queryset=Locale.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Not asked for when a new text is handed over: it goes to all languages."),
    )
    text = forms.ChoiceField(
        label=gettext_lazy("Text of the source"),
        widget=forms.RadioSelect,
        required=False,
        initial=SOURCE_PUBLISHED,
        choices=[
            (SOURCE_PUBLISHED, gettext_lazy("What is published (what never was, as its latest draft)")),
            (SOURCE_DRAFT, gettext_lazy("The latest draft, where there is one")),
        ],
    )
    partially = forms.BooleanField(
        label=gettext_lazy("Publish also what is not completely translated"),
        required=False,
        help_text=gettext_lazy("Readers are told that the text is partial, and which parts are in another language."),
    )
    translator = TranslatorField(
        label=gettext_lazy("Translator"), queryset=get_user_model()._default_manager.none(), required=False
    )
    due = forms.DateField(label=gettext_lazy("Due"), required=False, widget=AdminDateInput)
    note = forms.CharField(label=gettext_lazy("Note"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    unfinished = forms.BooleanField(label=gettext_lazy("Only what is not up to date"), required=False, initial=True)

    def __init__(self, *args: Any, kinds: Iterable[Job.Kind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(kind.value, capfirst(str(kind.label))) for kind in kinds]
        fields: Any = self.fields
        fields["kind"].choices = offered
        if offered:
            fields["kind"].initial = offered[0][0]
        fields["locales"].queryset = Locale.objects.filter(language_code__in=content_locales())
        fields["locales"].label_from_instance = Locale.get_display_name
        fields["translator"].queryset = _translators()
        for kind, names in FIELDS.items():
            if kind not in kinds:
                for name in names:
                    if not any(name in FIELDS[other] for other in kinds):
                        del fields[name]

    def clean(self) -> dict[str, Any]:
        """Asks for what the chosen kind needs."""
        cleaned: dict[str, Any] = super().clean() or {}
        kind = cleaned.get("kind")
        if kind and kind != Job.Kind.UPDATE and "locales" not in self.errors and not cleaned.get("locales"):
            self.add_error("locales", _("Choose at least one language."))
        if kind == Job.Kind.ASSIGN:
            if "translator" not in self.errors and not cleaned.get("translator"):
                self.add_error("translator", _("Choose who translates."))
            due = cleaned.get("due")
            if due and due < timezone.localdate():
                self.add_error("due", _("This day has passed."))
        return cleaned

    @property
    def chosen_kind(self) -> Job.Kind:
        """Of a valid form."""
        return Job.Kind(self.cleaned_data["kind"])

    @cached_property
    def options(self) -> JobOptions:
        """Of a valid form: what concerns the chosen kind."""
        chosen = self.cleaned_data
        kind = self.chosen_kind
        draft = chosen.get("text") == SOURCE_DRAFT
        options: dict[str, Any] = {}
        if kind != Job.Kind.UPDATE:
            options["locales"] = tuple(locale.pk for locale in chosen["locales"])
        if kind in (Job.Kind.SUBMIT, Job.Kind.UPDATE):
            options["draft"] = draft
        if kind == Job.Kind.PUBLISH:
            options["partially"] = chosen["partially"]
        if kind == Job.Kind.ASSIGN:
            options |= {name: chosen[name] for name in ("due", "note", "unfinished")}
            options["translator"] = chosen["translator"].pk
        return JobOptions(**options)


def _translators() -> QuerySet[Any]:
    """People who can sign in to the admin, whoever they are: what they may translate is asked for each work."""
    admin = Q(groups__permissions__content_type__app_label="wagtailadmin", groups__permissions__codename="access_admin")
    users = get_user_model()._default_manager.filter(is_active=True)
    return users.filter(admin | Q(is_superuser=True)).distinct().order_by("last_name", "first_name", "username")
