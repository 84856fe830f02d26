"""Addresses below `/<locale>/`: feeds and calendars, one each for every announced source."""

from django.urls import path
from django.urls.resolvers import URLPattern

from .calendars.source import calendar_sources
from .calendars.views import CalendarView
from .llms import LlmsView
from .syndication.source import feed_sources
from .syndication.views import FORMATS, FeedView

app_name = "feeds"


def _feeds() -> list[URLPattern]:
    return [
        path(f"feeds/{source.name}.{form}", FeedView.as_view(source=source, form=form), name=f"{source.name}-{form}")
        for source in feed_sources
        for form in FORMATS
    ]


def _calendars() -> list[URLPattern]:
    return [
        path(f"calendar/{source.name}.ics", CalendarView.as_view(source=source), name=f"{source.name}-calendar")
        for source in calendar_sources
    ]


urlpatterns = [*_feeds(), *_calendars(), path("llms.txt", LlmsView.as_view(), name="llms")]
