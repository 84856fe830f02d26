"""The same jobs as in the admin, for operators."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError, CommandParser
from wagtail.models import Locale, Page, Site

from cms.translation.errors import TranslationError
from cms.translation.jobs.forecast import forecast
from cms.translation.jobs.leases import OVER
from cms.translation.jobs.options import JobOptions
from cms.translation.jobs.ordering import order
from cms.translation.jobs.progress import progress_of
from cms.translation.jobs.running import work_on
from cms.translation.jobs.selections import Everything, Section, Selection, WholeLibrary, WholeType
from cms.translation.models import Job, JobItem

USAGE = 2
"""Exit code of a command that makes no sense."""
LOOK = 1.0
"""Seconds between two looks at a job that a worker has."""


class Command(BaseCommand):
    """Orders a job, or does it here and now."""

    help = (
        "Submits, updates, publishes or assigns many works at once, as a job that the worker does. Exit code 1: with "
        "--wait, something was refused or failed; 2: the command makes no sense."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """What to do, with which works, and how."""
        parser.add_argument("operation", choices=[kind.value for kind in Job.Kind])
        parser.add_argument(
            "--locale", action="append", default=[], metavar="CODE", help="into this language; can be repeated"
        )
        works = parser.add_mutually_exclusive_group(required=True)
        works.add_argument("--type", metavar="APP.MODEL", help="all works of a type, such as articles.PressReleasePage")
        works.add_argument("--section", metavar="PATH", help="the page at this address and everything below it")
        works.add_argument("--library", action="store_true", help="all library entries")
        works.add_argument("--all", action="store_true", help="all pages and the whole library")
        parser.add_argument("--draft", action="store_true", help="the source's latest draft, not its published text")
        parser.add_argument("--partially", action="store_true", help="publish what is not completely translated, too")
        parser.add_argument("--translator", metavar="NAME", help="whom to assign to")
        parser.add_argument("--due", type=date.fromisoformat, metavar="YYYY-MM-DD", help="when an assignment is due")
        parser.add_argument("--note", default="", help="what to tell the translator")
        parser.add_argument(
            "--user", metavar="NAME", help="on whose behalf and with whose permissions; without it, of the system"
        )
        parser.add_argument("--dry-run", action="store_true", help="only tell what would be concerned")
        parser.add_argument("--wait", action="store_true", help="do it now, and tell what became of it")

    def handle(self, *args: Any, **asked: Any) -> None:
        """Order, do or foretell it."""
        kind = Job.Kind(asked["operation"])
        selection = _selection(asked)
        options = _options(kind, asked)
        user = _person(asked["user"]) if asked["user"] else None
        if asked["dry_run"]:
            self._foretell(kind, selection, options, user)
            return
        try:
            job = order(kind, selection, options, user)
        except (TranslationError, PermissionDenied) as error:
            reason = str(error) or f"{asked['user']} may not do this."
            raise CommandError(reason, returncode=USAGE) from error
        self.stdout.write(f"Job {job.pk}: {progress_of(job).total} items, {selection}.")
        if asked["wait"]:
            self._finish(job)
        else:
            self.stdout.write("The worker does it; its page in the admin shows how far it is.")

    def _foretell(self, kind: Job.Kind, selection: Selection, options: JobOptions, user: Any) -> None:
        foreseen = forecast(kind, selection, options, user)
        self.stdout.write(f"Would concern {foreseen.works} works ({foreseen.items} items), {selection}.")
        for obstacle in foreseen.obstacles:
            self.stdout.write(f"  not touched, {obstacle.reason}: {obstacle.count} ({', '.join(obstacle.titles)}, …)")

    def _finish(self, job: Job) -> None:
        """Does the job, or waits for the worker that has it already."""
        while job.status not in OVER:
            if not work_on(job.pk, seconds=None):
                job.refresh_from_db()
                if job.status not in OVER:
                    time.sleep(LOOK)
        progress = progress_of(job)
        self.stdout.write(
            f"Done {progress.done}, nothing to do {progress.nothing}, refused {progress.refused}, "
            f"failed {progress.failed}, not begun {progress.waiting}."
        )
        for item in job.items.filter(status__in=(JobItem.Status.REFUSED, JobItem.Status.FAILED)):
            self.stderr.write(f"{item.get_status_display()}: {item.title}: {item.message}")
        if progress.unsuccessful or progress.waiting:
            raise CommandError("Not everything was done.", returncode=1)


def _selection(asked: dict[str, Any]) -> Selection:
    if asked["type"]:
        try:
            return WholeType(apps.get_model(asked["type"]))
        except (LookupError, ValueError) as error:
            raise CommandError(f"There is no type “{asked['type']}”.", returncode=USAGE) from error
    if asked["section"]:
        return Section(_page_at(asked["section"]))
    return WholeLibrary() if asked["library"] else Everything()


def _page_at(path: str) -> Page:
    """The page at an address such as /presse/ or /en/press/, published or not."""
    parts = [part for part in path.split("/") if part]
    for site in Site.objects.select_related("root_page").order_by("-is_default_site"):
        for home in site.root_page.get_translations(inclusive=True).order_by("pk"):
            if home.pk != site.root_page_id and parts[:1] != [home.locale.language_code]:
                continue
            rest = parts[1:] if parts[:1] == [home.locale.language_code] else parts
            page: Page | None = home
            for slug in rest:
                page = page.get_children().filter(slug=slug).first() if page else None
            if page is not None:
                return page
    raise CommandError(f"There is no page at “{path}”.", returncode=USAGE)


def _options(kind: Job.Kind, asked: dict[str, Any]) -> JobOptions:
    known = {locale.language_code: locale.pk for locale in Locale.objects.all()}
    for code in asked["locale"]:
        if code not in known:
            raise CommandError(f"There is no locale “{code}”.", returncode=USAGE)
    if kind != Job.Kind.UPDATE and not asked["locale"]:
        raise CommandError("Name at least one --locale.", returncode=USAGE)
    if kind == Job.Kind.ASSIGN and not asked["translator"]:
        raise CommandError("Name a --translator.", returncode=USAGE)
    return JobOptions(
        locales=() if kind == Job.Kind.UPDATE else tuple(known[code] for code in asked["locale"]),
        draft=asked["draft"],
        partially=asked["partially"],
        translator=_person(asked["translator"]).pk if asked["translator"] else None,
        due=asked["due"],
        note=asked["note"],
    )


def _person(name: str) -> Any:
    user = get_user_model()
    person = user._default_manager.filter(**{user.USERNAME_FIELD: name}, is_active=True).first()
    if person is None:
        raise CommandError(f"There is no active account “{name}”.", returncode=USAGE)
    return person
