"""What only conference reports have in their document."""

from cms.publishing.context import Context
from cms.publishing.types import Json
from partnerships.editions.references import summary

from ..models import ConferenceReportPage


def conference_report_fields(obj: ConferenceReportPage, context: Context) -> Json:
    """Return who wrote the report, and for whom."""
    return {"author": obj.author, "organisation": summary(context, "organisation", obj.organisation)}
