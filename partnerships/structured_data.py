"""The library in schema.org's words."""

from __future__ import annotations

from cms.core.rich_text import plain_text
from cms.feeds.structured_data.parts import web_page
from cms.feeds.structured_data.registry import descriptions
from cms.feeds.structured_data.surroundings import Surroundings
from cms.publishing.types import Json

from .models import AliasKind, ConferenceMode, ConferenceStatus, MunicipalityKind, OrganisationRole

CITIES = frozenset({MunicipalityKind.CITY, MunicipalityKind.FEDERAL_CITY})
"""Kinds that are a `City`; the others are areas that are administered together."""

STATUS = {
    ConferenceStatus.CANCELLED: "https://schema.org/EventCancelled",
    ConferenceStatus.POSTPONED: "https://schema.org/EventPostponed",
}
SCHEDULED = "https://schema.org/EventScheduled"
ATTENDANCE = {
    ConferenceMode.ON_SITE: "https://schema.org/OfflineEventAttendanceMode",
    ConferenceMode.HYBRID: "https://schema.org/MixedEventAttendanceMode",
    ConferenceMode.ONLINE: "https://schema.org/OnlineEventAttendanceMode",
}
PART_OF_ROLE = {
    OrganisationRole.HOST: "organizer",
    OrganisationRole.ORGANISER: "organizer",
    OrganisationRole.FUNDER: "funder",
    OrganisationRole.PARTNER: "contributor",
}


def register() -> None:
    """Announces who describes the library's types; called when the app is ready."""
    descriptions.register("municipality", municipality)
    descriptions.register("partnership", partnership)
    descriptions.register("conference", conference)


def place(work: Json, around: Surroundings) -> Json:
    """A municipality as other works name it."""
    point = work.get("point")
    region = work.get("region") or {}
    country = {"@type": "Country", "name": work.get("country_name"), "identifier": work.get("country")}
    within = {"@type": "AdministrativeArea", "name": region.get("name"), "containedInPlace": country}
    return {
        "@type": "City" if work["kind"] in CITIES else "AdministrativeArea",
        "@id": around.absolute(work["url"]) + "#place" if work.get("url") else None,
        "name": work.get("name") or work["title"],
        "url": around.absolute(work["url"]) if work.get("url") else None,
        "geo": {"@type": "GeoCoordinates", "latitude": point[1], "longitude": point[0]} if point else None,
        "containedInPlace": (within if region.get("name") else country) if work.get("country") else None,
    }


def municipality(document: Json, around: Surroundings) -> Json:
    """A municipality, with where else it is described."""
    ids = document["official_ids"]
    names = [alias["text"] for alias in document["aliases"] if alias["kind"] != AliasKind.MISSPELLING]
    parent = document["parent"]
    numbers = {"AGS": ids["ags"], "OKTMO": ids["oktmo"]}
    described = place(document, around) | {
        "description": plain_text(document["intro"]),
        "alternateName": list(dict.fromkeys(names)),
        "mainEntityOfPage": around.absolute(document["url"]),
        "sameAs": [
            f"https://www.wikidata.org/entity/{ids['wikidata']}" if ids["wikidata"] else "",
            f"https://sws.geonames.org/{ids['geonames']}/" if ids["geonames"] else "",
            document["website"] or "",
        ],
        "identifier": [
            {"@type": "PropertyValue", "propertyID": name, "value": number}
            for name, number in numbers.items()
            if number
        ],
    }
    described["sameAs"] = [address for address in described["sameAs"] if address]
    return described | ({"containedInPlace": place(parent, around)} if parent else {})


def partnership(document: Json, around: Surroundings) -> Json:
    """A page about its sides: schema.org has no word for what connects municipalities."""
    towns = [side["municipality"] for side in document["sides"] if side["municipality"]]
    return web_page(document, around) | {
        "description": plain_text(document["remarks"]),
        "about": [place(town, around) for town in towns],
        "citation": [source["url"] for source in document["sources"] if source["url"]],
    }


def conference(document: Json, around: Surroundings) -> Json:
    """A conference. What is known to the month or year only stays so; a season or a guess is left out."""
    places: list[Json] = [place(work, around) for work in document["places"]]
    url = around.absolute(document["url"])
    if document["mode"] != ConferenceMode.ON_SITE:
        places.append({"@type": "VirtualLocation", "url": url})
    parts: dict[str, list[Json]] = {}
    for row in document["organisations"]:
        organisation = row["organisation"]
        node = {"@type": "Organization", "name": organisation["name"], "url": organisation["website"]}
        parts.setdefault(PART_OF_ROLE.get(row["role"], "contributor"), []).append(node)
    return {
        "@type": "Event",
        "@id": f"{url}#event",
        "url": url,
        "mainEntityOfPage": url,
        "name": document["title"],
        "description": document["motto"],
        "inLanguage": around.locale,
        "startDate": _date(document["start"]),
        "endDate": _date(document["end"]),
        "eventStatus": STATUS.get(document["status"], SCHEDULED),
        "eventAttendanceMode": ATTENDANCE.get(document["mode"]),
        "location": places,
        "superEvent": {"@type": "EventSeries", "name": document["series"]} if document["series"] else None,
        "subEvent": [_event(work, around) for work in document["sub_events"]],
        **parts,
    }


def _event(work: Json, around: Surroundings) -> Json:
    return {
        "@type": "Event",
        "name": work["title"],
        "url": around.absolute(work["url"]) if work["url"] else None,
        "startDate": _date(work["start"]),
        "endDate": _date(work["end"]),
        "location": [{"@type": "Place", "name": town["name"]} for town in work["places"]],
    }


def _date(value: Json | None) -> str | None:
    """A date as ISO 8601 writes it, exactly as precise as it is known; None for what ISO 8601 cannot say."""
    if not value or value["approximate"] or value["precision"] == "season" or set(value["edtf"]) & set("/~?%X"):
        return None
    return str(value["edtf"])
