"""When e-mails about translations come: a panel of the account settings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab

from cms.translation.models import Notification, NotificationSettings

from .timing import due_at


class DeliveryForm(forms.ModelForm):
    """At once, once a day, or never. What waits already follows the new choice."""

    class Meta:
        model = NotificationSettings
        fields = ["delivery"]
        widgets = {"delivery": forms.RadioSelect}
        labels = {"delivery": _("When they come")}
        help_texts = {
            "delivery": _(
                "They tell what is assigned to you, changed, waiting for your review, published or commented. "
                "E-mails once a day come in the morning of your time zone."
            )
        }

    def save(self, commit: bool = True) -> Any:
        changed = "delivery" in self.changed_data or self.instance._state.adding
        settings = super().save(commit)
        if changed:
            _reschedule(settings)
        return settings


def _reschedule(settings: NotificationSettings) -> None:
    now = timezone.now()
    user: Any = settings.user
    user.translation_notifications = settings  # what is asked for below
    when = due_at(user, now)
    waiting: QuerySet[Notification] = Notification.objects.filter(
        recipient=settings.user, sent_at=None, claim=None, attempts=0
    ).exclude(due_at=None)
    if when is None:
        waiting.update(sent_at=now, due_at=None)
    else:
        waiting.update(due_at=when)


class TranslationMailsPanel(BaseSettingsPanel):
    """In the tab of notifications."""

    name = "translation_mails"
    title = _("E-mails about translations")
    tab = notifications_tab
    order = 200
    form_class = DeliveryForm

    def get_form(self) -> DeliveryForm:
        """For the settings that the user has or would have."""
        settings = NotificationSettings.objects.filter(user=self.user).first() or NotificationSettings(user=self.user)
        data = self.request.POST if self.request.method == "POST" else None
        return DeliveryForm(data, instance=settings, prefix=self.name)
