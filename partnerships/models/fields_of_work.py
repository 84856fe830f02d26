"""What partners do together: a fixed list, because it is a fact and must read right in every language."""

from django.db import models
from django.utils.translation import pgettext_lazy


class FieldOfWork(models.TextChoices):
    """Codes are part of the content API."""

    SCHOOL = "school", pgettext_lazy("field of work", "School exchange")
    YOUTH = "youth", pgettext_lazy("field of work", "Youth")
    CULTURE = "culture", pgettext_lazy("field of work", "Culture")
    SPORT = "sport", pgettext_lazy("field of work", "Sport")
    SCIENCE = "science", pgettext_lazy("field of work", "Science and universities")
    ECONOMY = "economy", pgettext_lazy("field of work", "Economy")
    ADMINISTRATION = "administration", pgettext_lazy("field of work", "Municipal administration")
    ENVIRONMENT = "environment", pgettext_lazy("field of work", "Environment and climate")
    HEALTH = "health", pgettext_lazy("field of work", "Health")
    SOCIAL = "social", pgettext_lazy("field of work", "Social affairs and inclusion")
    FIRE_BRIGADE = "fire_brigade", pgettext_lazy("field of work", "Fire brigades and civil protection")
    REMEMBRANCE = "remembrance", pgettext_lazy("field of work", "Remembrance and reconciliation")
    CHURCHES = "churches", pgettext_lazy("field of work", "Churches")
    CITIZENS = "citizens", pgettext_lazy("field of work", "Citizens' exchange")
    HUMANITARIAN = "humanitarian", pgettext_lazy("field of work", "Humanitarian aid")
    TOURISM = "tourism", pgettext_lazy("field of work", "Tourism")
