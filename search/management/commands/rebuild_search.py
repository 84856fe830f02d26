from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.indexing.choosing import add_choices, chosen_indices, chosen_locales
from search.indexing.index import Index, IndexUnavailableError, RebuildRunningError

TOLD_EVERY = 5_000


class Command(BaseCommand):
    """Makes search indices anew while publishing and searching go on."""

    help = "Makes search indices anew. Publishing and searching go on; searches meet the old index or the new one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_choices(parser)
        parser.add_argument(
            "--if-needed",
            action="store_true",
            help="Only where there is no index yet, or one that was built by the rules of another version.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        failed = []
        for index in chosen_indices(options["engine"]):
            locales = chosen_locales(options["locale"])
            try:
                if options["if_needed"]:
                    locales = [locale for locale in locales if not index.state(locale).current]
                self._rebuild(index, locales, verbosity=options["verbosity"])
            except (IndexUnavailableError, RebuildRunningError) as error:
                # The other engine's index is made all the same.
                failed.append(f"{index.engine}: {error}")
        if failed:
            raise CommandError("\n".join(failed))

    def _rebuild(self, index: Index, locales: list[str], *, verbosity: int) -> None:
        if not locales:
            self.stdout.write(f"{index.engine}: up to date")
            return
        told: dict[str, int] = {}

        def tell(locale: str, count: int) -> None:
            if verbosity > 1 or count >= told.get(locale, 0) + TOLD_EVERY:
                told[locale] = count
                self.stdout.write(f"{index.engine} {locale}: {count} ...")

        counts = index.rebuild(locales, tell)
        for locale, count in counts.items():
            self.stdout.write(f"{index.engine} {locale}: {count} editions")
