from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.indexing.choosing import add_choices, chosen_indices, chosen_locales
from search.indexing.index import IndexUnavailableError, RebuildRunningError
from search.indexing.reconciling import reconcile


class Command(BaseCommand):
    """Compares search indices with the editions."""

    help = (
        "Compares search indices with the editions, repairs what differs, and offers again what an index refused. "
        "Exits with 1 where something is not right in the end."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_choices(parser)
        parser.add_argument("--verify", action="store_true", help="Repair nothing; exit with 1 if anything differs.")

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = False
        for index in chosen_indices(options["engine"]):
            for locale in chosen_locales(options["locale"]):
                try:
                    outcome = reconcile(index, locale, repair=not options["verify"])
                except (IndexUnavailableError, RebuildRunningError) as error:
                    wrong = True
                    self.stderr.write(f"{index.engine} {locale}: {error}")
                    continue
                wrong |= bool(outcome.refused or (options["verify"] and outcome.differences))
                self.stdout.write(str(outcome))
        if wrong:
            raise CommandError("Not everything is in order; manage.py search_status tells more.")
