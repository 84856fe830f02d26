from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.publishing.rebuild import rebuild, verify


class Command(BaseCommand):
    """Rebuilds or verifies what readers get."""

    help = "Makes every edition again from what is stored; with --verify only reports differences."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--verify", action="store_true", help="Change nothing; list differences and exit with 1 if there are any."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["verify"]:
            self.stdout.write(f"{rebuild()} works projected")
            return
        count = 0
        for difference in verify():
            count += 1
            self.stdout.write(str(difference))
        if count:
            raise CommandError(f"{count} editions differ from what is stored", returncode=1)
        self.stdout.write("Every edition is what a rebuild would make it")
