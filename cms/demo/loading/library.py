"""The partnership library: regions, municipalities, organisations, contacts, partnerships, conferences."""

from __future__ import annotations

from typing import Any

from wagtail.models import Locale

from cms.demo import facts
from cms.demo.library.conferences import CONFERENCES, SERIES, YOUTH_FORUMS, DemoConference
from cms.demo.library.contacts import CONTACTS, ORGANISATIONS, DemoContact, DemoOrganisation
from cms.demo.library.history import History
from cms.demo.library.municipalities import INTRODUCTIONS, PARENTS, WISHES
from cms.demo.library.partnerships import HISTORIES
from cms.demo.loading.found import Found
from cms.demo.loading.names import key_of
from cms.demo.loading.wording import Wording
from cms.demo.loading.works import load_entries
from partnerships import models

SOURCE_DOCUMENT = "Quelldokument {}"


def load_library(found: Found) -> None:
    """Load everything of the library, what others refer to first."""
    _load_regions(found)
    _load_series(found)
    load_entries(_parents_first(), _municipality, found, found.municipalities, lambda item: item.id)
    load_entries(ORGANISATIONS, _organisation, found, found.organisations, lambda item: item.slug)
    load_entries(CONTACTS, _contact, found, found.contacts, lambda item: item.slug)
    _connect_search(found)
    load_entries(facts.partnerships(), _partnership, found, found.partnerships, lambda item: item.id)
    load_entries((*YOUTH_FORUMS, *CONFERENCES), _conference, found, found.conferences, lambda item: item.slug)


def _load_regions(found: Found) -> None:
    known = set(models.Region.objects.values_list("code", flat=True))
    for row in facts.municipalities():
        if row.region not in known:
            known.add(row.region)
            found.created.append(
                models.Region.objects.create(code=row.region, country=row.country, name=dict(row.region_name))
            )


def _load_series(found: Found) -> None:
    for code, name in SERIES.items():
        series, created = models.ConferenceSeries.objects.get_or_create(code=code, defaults={"name": dict(name)})
        if created:
            found.created.append(series)


def _parents_first() -> list[facts.FactMunicipality]:
    return sorted(facts.municipalities(), key=lambda row: row.id in PARENTS)


def _municipality(row: facts.FactMunicipality, locale: Locale, say: Wording, found: Found) -> Any:
    municipality: Any = models.Municipality(
        locale=locale,
        translation_key=key_of("municipality", row.id),
        slug=row.id,
        name=say(row.name),
        kind=row.kind,
        country=row.country,
        region_id=row.region,
        parent=found.municipalities[PARENTS[row.id]] if row.id in PARENTS else None,
        ags=row.ags,
        geonames_id=row.geonames,
        longitude=row.point[0],
        latitude=row.point[1],
        point_is=row.point_is,
        intro=say(INTRODUCTIONS.get(row.id, {})),
        seeking_partner=row.id in facts.seeking(),
        seeking_wishes=say(WISHES.get(row.id, {})),
    )
    municipality.aliases = [
        models.MunicipalityAlias(
            text=alias.text, language=alias.language, kind=alias.kind, used_from=alias.start, used_to=alias.end
        )
        for alias in row.aliases
    ]
    return municipality


def _connect_search(found: Found) -> None:
    """Name the contact for a search, which could not be there before its municipality."""
    for name in facts.seeking():
        municipality = found.municipalities[name]
        if municipality.seeking_contact_id is None:
            municipality.seeking_contact = found.contacts["partnersuche"]
            municipality.save_revision().publish()


def _organisation(row: DemoOrganisation, locale: Locale, say: Wording, found: Found) -> Any:
    return models.Organisation(
        locale=locale,
        translation_key=key_of("organisation", row.slug),
        slug=row.slug,
        name=say(row.name),
        kind=row.kind,
        website=row.website,
        municipality=found.municipalities[row.municipality] if row.municipality else None,
    )


def _contact(row: DemoContact, locale: Locale, say: Wording, found: Found) -> Any:
    return models.Contact(
        locale=locale,
        translation_key=key_of("contact", row.slug),
        slug=row.slug,
        organisation=found.organisations[row.organisation],
        function=say(row.function),
        phone=row.phone,
        email=row.email,
        languages=list(row.languages),
        valid_to=row.valid_to,
    )


def _partnership(row: facts.FactPartnership, locale: Locale, say: Wording, found: Found) -> Any:
    history = HISTORIES.get(row.id, History())
    document = SOURCE_DOCUMENT.format(row.document)
    partnership: Any = models.Partnership(
        locale=locale,
        translation_key=key_of("partnership", row.id),
        slug=row.id.replace("--", "-"),
        remarks=say(history.remarks),
    )
    partnership.sides = [_side(side, history, found) for side in row.sides]
    partnership.milestones = _milestones(row, history, locale, say, found)
    partnership.celebrations = [
        models.Celebration(years=feast.years, state=feast.state, date=feast.date) for feast in history.feasts
    ]
    partnership.sources = [
        models.PartnershipSource(text=f"{document}: „{row.wording}“"),
        *(models.PartnershipSource(text=source) for source in history.sources),
    ]
    partnership.claims = [
        models.Claim(field=statement.about, value=statement.value, source=statement.source)
        for statement in history.statements
    ]
    return partnership


def _side(municipality: str, history: History, found: Found) -> Any:
    side = models.Side(municipality=found.municipalities[municipality])
    standing = history.standings.get(municipality)
    if standing:
        side.status = standing.status
        side.status_since = standing.since
        side.decided_by = standing.decided_by
        side.source = standing.source
    return side


def _milestones(row: facts.FactPartnership, history: History, locale: Locale, say: Wording, found: Found) -> list[Any]:
    milestones = []
    if row.since:
        milestones.append(
            models.Milestone(
                type=history.founding,
                date=row.since,
                wording=say(history.founding_wording),
                source=SOURCE_DOCUMENT.format(row.document),
                place=found.municipalities[history.founding_place] if history.founding_place else None,
            )
        )
    milestones.extend(
        models.Milestone(
            type=step.type,
            date=step.date,
            wording=say(step.wording),
            source=step.source,
            place=found.municipalities[step.place] if step.place else None,
        )
        for step in history.steps
    )
    for position, milestone in enumerate(milestones):
        milestone.locale = locale
        milestone.translation_key = key_of("milestone", row.id, position)
    return milestones


def _conference(row: DemoConference, locale: Locale, say: Wording, found: Found) -> Any:
    conference: Any = models.Conference(
        locale=locale,
        translation_key=key_of("conference", row.slug),
        slug=row.slug,
        series_id=row.series,
        number=row.number,
        title=say(row.title),
        motto=say(row.motto),
        start=row.start,
        end=row.end,
        status=models.ConferenceStatus.HELD,
        disclaimers=say(row.note),
        predecessor=found.conferences[row.predecessor] if row.predecessor else None,
    )
    conference.places = [models.ConferencePlace(municipality=found.municipalities[place]) for place in row.places]
    conference.attendance = [
        models.Attendance(minimum=turnout.minimum, maximum=turnout.maximum, kind=turnout.kind, source=turnout.source)
        for turnout in row.attendance
    ]
    conference.sub_events = [models.SubEvent(event=found.conferences[event]) for event in row.sub_events]
    return conference
