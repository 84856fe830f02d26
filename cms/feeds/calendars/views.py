"""`/<locale>/calendar/<name>.ics`."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings

from cms.api.base_view import Asked
from cms.api.caching import Answer, latest, start_of_today
from cms.api.filters import Filter
from cms.publishing.answers import document_answer
from cms.publishing.models import Edition

from ..log import kept, position
from ..view import LocalView, collection_of, filters_of, narrowed
from .source import CalendarSource
from .writing import component, new_calendar


class CalendarView(LocalView):
    """All events of a source in one language, to subscribe to."""

    source: CalendarSource = None  # type: ignore[assignment]  # given to as_view()

    def parameters(self) -> Sequence[Filter]:
        """The filters it shares with the API's list."""
        return filters_of(self.source.type, self.source.filters)

    def answer(self, asked: Asked) -> Answer:
        """The calendar. Two queries, or one while nothing has changed in a calendar without filters."""
        locale = asked.locales.requested
        now = position(self.source.type, locale)
        # Whoever tries out filters must not fill the cache.
        filtered = bool(asked.values)
        return Answer(
            content=self._written(asked) if filtered else kept(self.request, now, lambda: self._written(asked)),
            changed_at=latest([now.at, start_of_today()]),
            content_language=locale,
            surrogate_keys=(collection_of(self.source.type).path,),
            content_type="text/calendar; charset=utf-8",
        )

    def _written(self, asked: Asked) -> bytes:
        source, locale = self.source, asked.locales.requested
        calendar = new_calendar(
            name=f"{settings.WAGTAIL_SITE_NAME}: {source.title}",
            description=str(source.description),
            locale=locale,
            address=self.request.build_absolute_uri(),
        )
        editions = narrowed(Edition.objects.of_type(source.type).filter(locale=locale), self.parameters(), asked.values)
        for edition in editions.defer("item", "summary", "text").order_by("earliest", "pk"):
            document = document_answer(edition, requested=locale, origin=asked.origin, today=asked.today)
            for event in source.events(document, asked.today):
                written = component(
                    event, locale=locale, changed_at=edition.changed_at, created_at=edition.first_published_at
                )
                calendar.add_component(written)
        content: bytes = calendar.to_ical()
        return content
