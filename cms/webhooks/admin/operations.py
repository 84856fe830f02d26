"""What can be done with an endpoint: each operation asks, is done by a POST, and stands in the history."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.log_actions import log

from ..models import WebhookEndpoint
from ..models.endpoint import everything_so_far
from ..queueing import queue_failed, queue_test
from ..replay import request_replay

Text = str | Promise


class OperationView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Asks whether to do it, and does it. Only those who may change endpoints get here."""

    model = WebhookEndpoint
    template_name = "webhooks/admin/operation.html"
    permission_required = "change"
    action: ClassVar[str]
    """In the history."""
    question: ClassVar[Text]
    explanation: ClassVar[Text] = ""
    confirm_label: ClassVar[Text]
    done: ClassVar[Text] = ""
    is_serious: ClassVar[bool] = False
    form_class: ClassVar[type[forms.Form]] = forms.Form
    _show_breadcrumbs = True

    @cached_property
    def object(self) -> WebhookEndpoint:
        """The endpoint, looked up only for those who may know which there are."""
        return get_object_or_404(WebhookEndpoint, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        """What it is called."""
        return str(self.confirm_label)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the endpoint."""
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("webhooks:index"), "label": _("Webhook endpoints")},
            {"url": self.endpoint_url, "label": str(self.object)},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what is asked."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context.setdefault("form", self.form_class(initial=self.request.GET.dict()))
        return {
            **context,
            "endpoint": self.object,
            "endpoint_url": self.endpoint_url,
            "question": self.question,
            "explanation": self.get_explanation(),
            "confirm_label": self.confirm_label,
            "is_serious": self.is_serious,
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do it, note who did, and lead back."""
        form = self.form_class(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        message = self.perform(form.cleaned_data)
        log(instance=self.object, action=self.action)
        messages.success(request, message)
        return redirect(self.get_success_url())

    @property
    def endpoint_url(self) -> str:
        """The endpoint's page."""
        return reverse("webhooks:inspect", args=[self.object.pk])

    def get_success_url(self) -> str:
        """Where to go on."""
        return self.endpoint_url

    def get_explanation(self) -> Text:
        """What follows from it."""
        return self.explanation

    def perform(self, asked: dict[str, Any]) -> str:
        """Do it; returns what to say."""
        raise NotImplementedError


class SendTestView(OperationView):
    """One message of type `test`, whatever state the endpoint is in."""

    action = "webhooks.test"
    question = gettext_lazy("Do you want to send a test?")
    explanation = gettext_lazy("The receiver gets one signed message of the type “test”. It is not repeated.")
    confirm_label = gettext_lazy("Send test")

    def perform(self, asked: dict[str, Any]) -> str:
        self.delivery = queue_test(self.object)
        return _("The test is on its way. This page shows the answer as soon as it is there.")

    def get_success_url(self) -> str:
        return reverse("webhook_deliveries:inspect", args=[self.delivery.pk])


class PauseView(OperationView):
    """Nothing is sent, everything is kept."""

    action = "webhooks.pause"
    question = gettext_lazy("Do you want to pause this endpoint?")
    explanation = gettext_lazy("Nothing is sent until it is resumed; what changes meanwhile is kept and sent then.")
    confirm_label = gettext_lazy("Pause")

    def perform(self, asked: dict[str, Any]) -> str:
        self.object.pause(WebhookEndpoint.PauseReason.BY_HAND)
        return _("The endpoint is paused.")


class ResumeView(OperationView):
    """Goes on after a pause, or switches it on again."""

    action = "webhooks.resume"
    question = gettext_lazy("Do you want to go on sending to this endpoint?")
    confirm_label = gettext_lazy("Resume")

    def get_explanation(self) -> Text:
        waiting = self.object.deliveries.filter(status="pending").count()
        return ngettext(
            "%(count)s message is waiting and is sent at once.",
            "%(count)s messages are waiting and are sent at once, in order.",
            waiting,
        ) % {"count": waiting}

    def perform(self, asked: dict[str, Any]) -> str:
        self.object.resume()
        return _("Messages are sent to this endpoint again.")


class SwitchOffView(OperationView):
    """It is told of nothing any more."""

    action = "webhooks.switch_off"
    question = gettext_lazy("Do you want to switch this endpoint off?")
    explanation = gettext_lazy(
        "What changes while it is off is not sent later. To have it kept, pause the endpoint instead."
    )
    confirm_label = gettext_lazy("Switch off")
    is_serious = True

    def perform(self, asked: dict[str, Any]) -> str:
        self.object.switch_off()
        return _("The endpoint is switched off.")


class RotateSecretView(OperationView):
    """A new secret; the old one goes on signing for a day."""

    action = "webhooks.rotate_secret"
    question = gettext_lazy("Do you want to make a new secret?")
    explanation = gettext_lazy(
        "For 24 hours every message is signed with the old secret and the new one, so that the receiver can change "
        "over without missing any. A secret that was replaced earlier stops signing at once."
    )
    confirm_label = gettext_lazy("Make a new secret")
    is_serious = True

    def perform(self, asked: dict[str, Any]) -> str:
        self.object.rotate_secret()
        return _("There is a new secret. Give it to the receiver within 24 hours.")


class RevealSecretView(OperationView):
    """Shows the secret, once for every time it is asked for."""

    action = "webhooks.reveal_secret"
    question = gettext_lazy("Do you want to see the secret?")
    explanation = gettext_lazy("Whoever knows it can send messages in our name. The history notes that you saw it.")
    confirm_label = gettext_lazy("Show the secret")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show it in the answer itself, which nothing keeps."""
        log(instance=self.object, action=self.action)
        response = self.render_to_response(self.get_context_data(secret=self.object.secret))
        response["Cache-Control"] = "no-store"
        return response


class ResendFailedView(OperationView):
    """Everything that was given up, once more."""

    action = "webhooks.resend"
    question = gettext_lazy("Do you want to send again what was given up?")
    confirm_label = gettext_lazy("Send again")

    def get_explanation(self) -> Text:
        count = self.object.deliveries.given_up().count()
        return ngettext("That is %(count)s message.", "These are %(count)s messages.", count) % {"count": count}

    def perform(self, asked: dict[str, Any]) -> str:
        count = queue_failed(self.object)
        return ngettext("%(count)s message is sent again.", "%(count)s messages are sent again.", count) % {
            "count": count
        }


class ReplayForm(forms.Form):
    """From where."""

    first = forms.IntegerField(
        label=gettext_lazy("From change number"),
        min_value=1,
        help_text=gettext_lazy("Numbers stand in the delivery log, in messages and in the changes of the API."),
    )

    def clean_first(self) -> int:
        """Refuse a number that the log has not reached."""
        first: int = self.cleaned_data["first"]
        if first > everything_so_far():
            raise forms.ValidationError(_("The last change has the number %(last)s.") % {"last": everything_so_far()})
        return first


class ReplayView(OperationView):
    """Everything since a change, once more."""

    action = "webhooks.replay"
    question = gettext_lazy("Do you want to replay what has happened?")
    confirm_label = gettext_lazy("Replay")
    form_class = ReplayForm

    def get_explanation(self) -> Text:
        return _(
            "All changes from this number on that pass the endpoint's filters are sent again, in order and with the "
            "ids they had, so that the receiver can tell those it knows. The last change has the number %(last)s."
        ) % {"last": everything_so_far()}

    def perform(self, asked: dict[str, Any]) -> str:
        count = request_replay(self.object, asked["first"])
        return ngettext("%(count)s message is sent again.", "%(count)s messages are sent again.", count) % {
            "count": count
        }


OPERATIONS: dict[str, type[OperationView]] = {
    "test": SendTestView,
    "pause": PauseView,
    "resume": ResumeView,
    "switch_off": SwitchOffView,
    "rotate_secret": RotateSecretView,
    "reveal_secret": RevealSecretView,
    "resend_failed": ResendFailedView,
    "replay": ReplayView,
}
"""By the name of their address."""
