"""``manage.py generate_content``: fills the site with as many works as wanted."""

import logging
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.demo.generated.generate import FEWEST, generate_content
from cms.demo.loading.load import DemoIsOffError


def number_of_works(text: str) -> int:
    """Reads ``--works``."""
    if not text.isdecimal() or int(text) < FEWEST:
        raise ArgumentTypeError(f"give a whole number, {FEWEST} or more")
    return int(text)


class Command(BaseCommand):
    """Generates works for trying out size and speed; the same seed makes the same ones."""

    help = (
        "Generates so many published works in every content language. A second run with the same seed adds what is "
        "missing. Refuses where TRILOG_DEMO is off."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--works", type=number_of_works, default=5000, help="How many works; default 5000.")
        parser.add_argument("--seed", type=int, default=1, help="Another number makes other works; default 1.")

    def handle(self, *args: Any, **options: Any) -> None:
        logging.getLogger("wagtail").setLevel(logging.WARNING)
        try:
            made = generate_content(options["works"], options["seed"])
        except DemoIsOffError as error:
            raise CommandError(str(error)) from error
        if options["verbosity"]:
            self.stdout.write(f"{made} works were generated and published in every language.")
