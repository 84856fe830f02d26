from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.translation.targets.rebuilding import rebuild, verify


class Command(BaseCommand):
    """Makes all targets again from what is stored, or only reports which of them are not what they should be."""

    help = (
        "Works out again, for every work in every language, how far its translation is. With --verify nothing is "
        "written: differences are reported, and the command ends with 1 if there are any."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One option."""
        parser.add_argument("--verify", action="store_true", help="only report differences")

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuilds or verifies."""
        if not options["verify"]:
            self.stdout.write(f"{rebuild()} works looked at.")
            return
        count = 0
        for difference in verify():
            count += 1
            self.stdout.write(str(difference))
        if count:
            raise CommandError(f"{count} targets differ. “rebuild_targets” mends them.", returncode=1)
        self.stdout.write("All targets are as they should be.")
