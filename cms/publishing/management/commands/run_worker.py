import signal
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.publishing.worker import NewsroomWorker

STOP = {signal.SIGTERM, signal.SIGINT}


class Command(BaseCommand):
    """The process beside the web server that does what need not or cannot be done in a request."""

    help = (
        "Works until it is stopped: publishes what is due, tells followers of the log (webhooks, caches) what has "
        "changed, and tidies up."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--every", type=float, default=30, metavar="SECONDS", help="Pause between two runs of the schedule."
        )
        parser.add_argument(
            "--grace", type=float, default=25, metavar="SECONDS", help="How long to finish what has begun when stopped."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        # Held back from the threads too, which inherit this; the main thread asks for them.
        signal.pthread_sigmask(signal.SIG_BLOCK, STOP)
        worker = NewsroomWorker(schedule_every=options["every"])
        worker.start()
        signal.sigwait(STOP)
        # Whoever asks a second time means at once.
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOP)
        if not worker.finish(options["grace"]):
            raise CommandError("Something that had begun did not end in time; it will be tried again")
