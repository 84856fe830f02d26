from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.publishing.models import Edition
from search.engines import Engine, EngineError
from search.engines.chosen import database_engine, server_engine
from search.quality.judged import JudgementsError, read, unpublished
from search.quality.measuring import Answer, Quality, quality

TOLD_UNPUBLISHED = 10


class Command(BaseCommand):
    """Tells how well searches answer queries that somebody has judged works for."""

    help = (
        "Tells how well searches answer judged queries: nDCG@10 by language and engine, 1.0 being the best. "
        "DCG@10 is the sum of (2^grade - 1) / log2(rank + 1) over the first ten hits; nDCG@10 is that in relation to "
        "the best order possible. The format of the file is described in search/quality/judged.py."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="Judged queries, in JSON.")
        parser.add_argument("--engine", help="Asks this one alone: database, elasticsearch or opensearch.")
        parser.add_argument("--details", action="store_true", help="Tells the queries that are answered worst, too.")
        parser.add_argument("--worst", type=int, default=10, help="How many of them (10).", metavar="N")
        parser.add_argument(
            "--at-least",
            type=_figure,
            metavar="FIGURE",
            help="Fails (exit code 1) where a language has less than this on any engine, or where a query with an "
            "obvious answer finds nothing.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            queries = read(options["file"])
        except JudgementsError as error:
            raise CommandError(str(error)) from error
        if missing := unpublished(queries):
            shown = [*missing[:TOLD_UNPUBLISHED], *(["..."] if len(missing) > TOLD_UNPUBLISHED else [])]
            raise CommandError("\n".join(["The judgements are about other content than this site's:", *shown]))
        engines = _engines(options["engine"])
        try:
            measured = [quality(engine, queries) for engine in engines]
        except EngineError as error:
            raise CommandError(str(error)) from error
        self.stdout.write("\n".join(_table(measured)))
        for found in measured:
            for answer in found.absurd:
                self.stdout.write(f"{found.engine}: nothing found for “{answer.judged.query}” ({answer.judged.locale})")
            if options["details"]:
                self.stdout.write("\n".join(_details(found, options["worst"])))
        least = options["at_least"]
        if least is not None and any(_is_below(found, least) for found in measured):
            raise CommandError(f"Not good enough: {least:.2f} in every language and an answer to everything obvious.")


def _figure(text: str) -> float:
    try:
        figure = float(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is not a number") from None
    if not 0 <= figure <= 1:
        raise ArgumentTypeError("it is a number from 0 to 1")
    return figure


def _engines(name: str | None) -> list[Engine]:
    engines = [engine for engine in (server_engine(), database_engine()) if engine]
    if name is None:
        return engines
    chosen = [engine for engine in engines if engine.name == name]
    if not chosen:
        configured = ", ".join(engine.name for engine in engines)
        raise CommandError(f"{name!r} is not configured here. There is: {configured}.")
    return chosen


def _table(measured: Sequence[Quality]) -> Iterator[str]:
    counts: dict[str, int] = {}
    for answer in measured[0].answers:
        counts[answer.judged.locale] = counts.get(answer.judged.locale, 0) + 1
    yield "  ".join(["nDCG@10", "queries", *(f"{found.engine:>13}" for found in measured)])
    for locale, count in counts.items():
        yield "  ".join([f"{locale:7}", f"{count:7}", *(f"{found.by_locale[locale]:13.3f}" for found in measured)])


def _details(found: Quality, most: int) -> Iterator[str]:
    worst = sorted((answer for answer in found.answers if answer.ndcg < 1), key=lambda answer: answer.ndcg)[:most]
    yield f"\n{found.engine}, worst first (grade 0 is not judged):"
    for answer in worst:
        about = f", {answer.judged.about}" if answer.judged.about else ""
        yield f"{answer.ndcg:.3f}  {answer.judged.locale}  {answer.judged.query}  ({len(answer.found)} hits{about})"
        yield from _hits(answer)


def _hits(answer: Answer) -> Iterator[str]:
    grades = answer.judged.grades
    missing = [work for work, grade in grades.items() if grade and work not in answer.found]
    editions = Edition.objects.filter(key__in=[*answer.found, *missing], locale=answer.judged.locale)
    titles = {str(key): title for key, title in editions.values_list("key", "title")}
    for rank, work in enumerate(answer.found, start=1):
        yield f"    {rank:2}. [{grades.get(work, 0)}] {titles.get(work, work)}"
    for work in sorted(missing, key=lambda work: -grades[work]):
        yield f"     –. [{grades[work]}] {titles.get(work, work)}"


def _is_below(found: Quality, least: float) -> bool:
    return bool(found.absurd) or min(found.by_locale.values()) < least
