import logging
import signal
import threading
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from cms.publishing.schedule import run_due

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """The loop that makes things happen on time."""

    help = "Does what is due every half minute until it is stopped: go-live, expiry, the end of embargoes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--every", type=int, default=30, metavar="SECONDS", help="Pause between two runs.")

    def handle(self, *args: Any, **options: Any) -> None:
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        while not stop.is_set():
            close_old_connections()
            try:
                report = run_due()
            except Exception:
                # The database may be away for a moment; the next run finds everything that is still due.
                logger.exception("The scheduler's run failed")
            else:
                if report:
                    self.stdout.write(str(report))
            stop.wait(options["every"])
