"""What the e-mails say, in the recipient's language: HTML and plain text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override
from wagtail.admin.utils import get_user_display_name

from cms.translation.models import Notification, NotificationSettings

from .places import release_address, work_address
from .timing import delivery_of

Kind = Notification.Kind

MOST = 50
"""So many things are told in one e-mail; of the others only the number."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is told."""

    subject: str
    """For the subject of an e-mail that tells nothing else."""
    sentence: str
    text: str
    """What a person wrote."""
    due: date | None
    words_left: int | None
    """None where it does not matter here."""
    address: str


def compose(batch: Sequence[Notification]) -> EmailMultiAlternatives:
    """One e-mail that tells all of it to the one recipient."""
    recipient = batch[0].recipient
    with override(language_of(recipient)):
        items = [_item(entry) for entry in _once(batch)]
        subject = _subject(items)
        context = {
            "subject": subject,
            "recipient": get_user_display_name(recipient),
            "language": language_of(recipient),
            "items": items[:MOST],
            "more": max(0, len(items) - MOST),
            "site": settings.WAGTAIL_SITE_NAME,
            "daily": delivery_of(recipient) == NotificationSettings.Delivery.DAILY,
            "inbox": _absolute(reverse("translation_inbox")),
            "account": _absolute(reverse("wagtailadmin_account")) + "#tab-notifications",
        }
        mail = EmailMultiAlternatives(
            subject=subject,
            body=render_to_string("translation/mail/news.txt", context).strip() + "\n",
            to=[recipient.email],
            headers={"Auto-Submitted": "auto-generated"},
        )
        mail.attach_alternative(render_to_string("translation/mail/news.html", context).lstrip(), "text/html")
    return mail


def language_of(user: Any) -> str:
    """The one of the user's account settings, or the site's."""
    profile = getattr(user, "wagtail_userprofile", None)
    return (profile and profile.preferred_language) or settings.LANGUAGE_CODE


def _once(batch: Sequence[Notification]) -> list[Notification]:
    """Without what two transactions noted at the same moment."""
    told = {(entry.kind, entry.target_id, entry.text): entry for entry in batch}
    return list(told.values())


def _subject(items: Sequence[Item]) -> str:
    if len(items) == 1:
        subject = items[0].subject
    else:
        subject = ngettext(
            "%(count)d message about translations", "%(count)d messages about translations", len(items)
        ) % {"count": len(items)}
    return " ".join(subject.split())


def _item(entry: Notification) -> Item:
    target = entry.target
    assignment = getattr(target, "assignment", None)
    kind = Kind(entry.kind)
    values = {
        "title": target.title,
        "language": target.locale.get_display_name(),
        "person": get_user_display_name(entry.actor) if entry.actor else _("Somebody"),
    }
    to_do = kind in {Kind.ASSIGNED, Kind.OUTDATED} and target.by_strings
    return Item(
        subject=_subjects()[kind] % values,
        sentence=_sentences()[kind] % values,
        text=entry.text,
        due=assignment.due if assignment and kind in {Kind.ASSIGNED, Kind.OUTDATED} else None,
        words_left=target.words_left if to_do else None,
        address=_absolute(_place(entry)),
    )


def _subjects() -> dict[Kind, str]:
    return {
        Kind.ASSIGNED: _("To be translated: “%(title)s” (%(language)s)"),
        Kind.OUTDATED: _("The source has changed: “%(title)s” (%(language)s)"),
        Kind.FOR_REVIEW: _("Ready for review: “%(title)s” (%(language)s)"),
        Kind.PUBLISHED: _("Published: “%(title)s” (%(language)s)"),
        Kind.COMMENTED: _("Comment on “%(title)s” (%(language)s)"),
        Kind.NOT_RELEASED: _("Not published in time: “%(title)s”"),
    }


def _sentences() -> dict[Kind, str]:
    return {
        Kind.ASSIGNED: _("%(person)s asks you to translate “%(title)s”. Language: %(language)s."),
        Kind.OUTDATED: _(
            "The source of “%(title)s” has changed. Please bring the translation up to date. Language: %(language)s."
        ),
        Kind.FOR_REVIEW: _("A translation of “%(title)s” is ready for review. Language: %(language)s."),
        Kind.PUBLISHED: _("A translation of “%(title)s” has been published. Language: %(language)s."),
        Kind.COMMENTED: _("%(person)s commented on the translation of “%(title)s”. Language: %(language)s."),
        Kind.NOT_RELEASED: _(
            "“%(title)s” was to be published in several languages together. Not everything was ready, so nothing was "
            "published."
        ),
    }


def _place(entry: Notification) -> str:
    if entry.kind == Kind.COMMENTED:
        return reverse("translation_comments", args=[entry.target_id])
    if entry.kind == Kind.NOT_RELEASED:
        return release_address(entry.target.content_type, entry.target.source_pk)
    return work_address(entry.target)


def _absolute(address: str) -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{address}"
