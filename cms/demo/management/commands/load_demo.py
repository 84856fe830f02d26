"""``manage.py load_demo``: fills the site with the demo content."""

import logging
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.demo.loading.load import DemoIsOffError, load_demo
from cms.demo.loading.people import PASSWORD, PRESS_PASSWORD, sign_ins

CHATTY_LOGGERS = ("django_tasks", "wagtail")
"""They report every save and every task, which would be thousands of lines here."""

TELLING_EVERYTHING = 2
"""The verbosity with which they may."""


class Command(BaseCommand):
    """Loads the demo content; what is there already is left as it is."""

    help = "Loads the demo content and prints its sign-ins. A second run changes nothing. Refuses where TRILOG_DEMO is off."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--sign-ins", action="store_true", help="Load nothing, print the sign-ins only.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["sign_ins"]:
            self._print_sign_ins()
            return
        if options["verbosity"] < TELLING_EVERYTHING:
            for name in CHATTY_LOGGERS:
                logging.getLogger(name).setLevel(logging.WARNING)
        try:
            made = load_demo()
        except DemoIsOffError as error:
            raise CommandError(str(error)) from error
        if not options["verbosity"]:
            return
        if made:
            self.stdout.write(f"Demo content: {made} works, files and accounts were made.")
        else:
            self.stdout.write("Demo content: everything is there, nothing was changed.")
        self._print_sign_ins()

    def _print_sign_ins(self) -> None:
        self.stdout.write(f"Sign-ins for the demo (the password is {PASSWORD}):")
        for sign_in in sign_ins():
            self.stdout.write(f"  {sign_in.username:<16} {sign_in.group or 'Administrator'}")
        self.stdout.write(f"The press kit, a page behind a password, opens with {PRESS_PASSWORD}.")
