"""The words that readers see for the codes in documents.

Editors see the labels of model choices, which explain more ("county (Landkreis)"); these are shorter and stand in
running text.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

WORDING = {
    "article_kind": {
        "press_release": _("Press release"),
        "solidarity_letter": _("Solidarity letter"),
        "conference_report": _("Conference report"),
    },
    "partnership_kind": {
        "partnership": _("Partnership"),
        "friendship": _("Friendship"),
        "contact": pgettext_lazy("kind of partnership", "Contact"),
        "project": _("Project"),
    },
    "side_status": {
        "active": pgettext_lazy("status of a side", "active"),
        "dormant": pgettext_lazy("status of a side", "dormant"),
        "suspended": pgettext_lazy("status of a side", "suspended"),
        "ended": pgettext_lazy("status of a side", "ended"),
        "unknown": pgettext_lazy("status of a side", "status unknown"),
    },
    "municipality_kind": {
        "city": pgettext_lazy("kind of municipality", "Town or city"),
        "commune": pgettext_lazy("kind of municipality", "Commune"),
        "county": pgettext_lazy("kind of municipality", "County"),
        "rayon": pgettext_lazy("kind of municipality", "Rayon"),
        "city_district": pgettext_lazy("kind of municipality", "City district"),
        "urban_okrug": pgettext_lazy("kind of municipality", "Urban okrug"),
        "region": pgettext_lazy("kind of municipality", "Region"),
        "federal_city": pgettext_lazy("kind of municipality", "Federal city"),
    },
    "alias_kind": {
        "former": _("former name"),
        "exonym": _("name in another language"),
        "transliteration": _("transliteration"),
        "misspelling": _("common misspelling"),
    },
    "conference_mode": {
        "on_site": _("on site"),
        "hybrid": _("on site and online"),
        "online": _("online"),
    },
    "conference_status": {
        "planned": pgettext_lazy("status of a conference", "planned"),
        "scheduled": pgettext_lazy("status of a conference", "scheduled"),
        "postponed": pgettext_lazy("status of a conference", "postponed"),
        "cancelled": pgettext_lazy("status of a conference", "cancelled"),
        "held": pgettext_lazy("status of a conference", "took place"),
    },
    "organisation_role": {
        "host": pgettext_lazy("role of an organisation", "host"),
        "organiser": pgettext_lazy("role of an organisation", "organiser"),
        "funder": pgettext_lazy("role of an organisation", "funder"),
        "partner": pgettext_lazy("role of an organisation", "partner"),
    },
    "attendance_kind": {
        "expected": pgettext_lazy("participants", "expected"),
        "reported": pgettext_lazy("participants", "reported"),
    },
    "registration_state": {
        "none": _("No registration is needed."),
        "not_open": _("Registration has not opened yet."),
        "open": _("Registration is open."),
        "full": _("All places are taken."),
        "closed": _("Registration is closed."),
    },
    "contact_purpose": {
        "press": _("Press contact"),
        "project": _("Project contact"),
    },
}


def wording(code: str, topic: str) -> str:
    """What readers see for `code`, in the active language; the code itself where nobody has worded it."""
    return str(WORDING[topic].get(code, code))
