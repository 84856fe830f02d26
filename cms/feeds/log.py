"""When something last changed, deletions included: the log knows."""

from __future__ import annotations

from datetime import datetime

from cms.publishing.models import Change


def last_change(type_name: str = "", locale: str = "") -> datetime | None:
    """The moment of the last change, of one type and locale or of all. One step into the log."""
    wanted = {name: value for name, value in (("type", type_name), ("locale", locale)) if value}
    return Change.objects.filter(**wanted).order_by("-id").values_list("at", flat=True).first()
