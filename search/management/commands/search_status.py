from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.timesince import timesince

from search.indexing.status import IndexStatus, LocaleStatus, status
from search.searching import asked_now


class Command(BaseCommand):
    """Tells how the search is."""

    help = "Tells which engine answers searches and how its index is. Exits with 1 where somebody should do something."

    def handle(self, *args: Any, **options: Any) -> None:
        state = asked_now()
        if state is None:
            self.stdout.write("Searches are answered by the database.")
        elif state.reason:
            self.stdout.write(f"Searches are answered by the database, because: {state.reason}")
        else:
            self.stdout.write("Searches are answered by the search server.")
        found = status()
        for one in found:
            self._tell(one)
        if (state is not None and state.reason) or not all(one.in_order for one in found):
            raise CommandError("Not everything is in order.")

    def _tell(self, one: IndexStatus) -> None:
        self.stdout.write(f"\n{one.engine}")
        if one.unavailable:
            self.stdout.write(f"  cannot be asked: {one.unavailable}")
        if one.rebuilding_since:
            self.stdout.write(f"  is being rebuilt for {timesince(one.rebuilding_since)}")
        for locale in one.locales:
            self.stdout.write(f"  {locale.state.locale}: {self._locale(locale)}")
        self._tell_follower(one)
        if one.dead_letters:
            self.stdout.write(f"  refused: {one.dead_letters}")
        for letter in one.some_dead_letters:
            self.stdout.write(
                f"    {letter.type} {letter.key} ({letter.locale}), change {letter.version}, "
                f"{letter.attempts} attempts: {letter.reason}"
            )

    def _locale(self, locale: LocaleStatus) -> str:
        if not locale.built:
            return "no index yet"
        told = f"{locale.state.count} of {locale.editions} editions in {locale.state.name}"
        return told if locale.state.current else f"{told}, built by other rules: run rebuild_search"

    def _tell_follower(self, one: IndexStatus) -> None:
        place = one.follower
        if place is None:
            return
        if place.behind and place.since:
            self.stdout.write(f"  behind by {place.behind} changes, for {timesince(place.since)}")
        else:
            self.stdout.write("  up to date with the log of changes")
        if place.failure:
            self.stdout.write(f"  failed {place.attempts} times in a row: {place.failure}")
