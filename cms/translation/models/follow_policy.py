from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="wagtail-localize-language")
class FollowPolicy(BaseSiteSetting):
    """What happens to translations when something happens to their source page. One for each site."""

    class Choice(models.TextChoices):
        """Who decides."""

        ASK = "ask", pgettext_lazy("what translations do", "ask each time")
        FOLLOW = "follow", pgettext_lazy("what translations do", "follow the source")
        LEAVE = "leave", pgettext_lazy("what translations do", "stay as they are")

    moving = models.CharField(_("when it is moved"), max_length=10, choices=Choice.choices, default=Choice.ASK)
    unpublishing = models.CharField(
        _("when it is unpublished"), max_length=10, choices=Choice.choices, default=Choice.ASK
    )
    deletion = models.CharField(_("when it is deleted"), max_length=10, choices=Choice.choices, default=Choice.ASK)
    address = models.CharField(_("when its address changes"), max_length=10, choices=Choice.choices, default=Choice.ASK)

    class Meta:
        verbose_name = _("Translations follow their source")
