"""The kinds of articles, as the API and lists of articles name them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ArticleKind(models.TextChoices):
    """What an article is."""

    PRESS_RELEASE = "press_release", _("Press release")
    SOLIDARITY_LETTER = "solidarity_letter", _("Solidarity letter")
    CONFERENCE_REPORT = "conference_report", _("Conference report")
