"""What readers of the demo content find: the goals of quality, in every language, on every engine.

Few tests, as each process that runs one loads the demo content first.
"""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from cms.publishing.locales import content_locales
from search.documents import all_documents
from search.engines import Engine
from search.engines.database import DatabaseEngine
from search.engines.database.index import DatabaseIndex
from search.quality.judged import read, unpublished
from search.quality.measuring import Quality, quality
from tests.demo.conftest import demo
from tests.search.engines_under_test import ServerUnderTest

__all__ = ["demo"]

pytestmark = pytest.mark.usefixtures("demo", "db")

JUDGED = Path(__file__).parent / "judged.json"
ON_DATABASES, ON_SERVERS = 0.75, 0.90


def measured(engine: Engine) -> Quality:
    queries = read(JUDGED)
    assert unpublished(queries) == []
    assert {judged.locale for judged in queries} == set(content_locales())
    return quality(engine, queries)


def assert_good(found: Quality, least: float) -> None:
    assert [answer.judged.query for answer in found.absurd] == []
    figures = {locale: round(figure, 3) for locale, figure in found.by_locale.items()}
    assert min(figures.values()) >= least, figures


@pytest.mark.transactions
def test_databases_answer_well_and_the_command_tells_so() -> None:
    DatabaseIndex().rebuild(content_locales())
    assert_good(measured(DatabaseEngine()), ON_DATABASES)
    told = StringIO()
    call_command("search_quality", JUDGED, engine="database", at_least=ON_DATABASES, stdout=told)
    assert [line.split()[0] for line in told.getvalue().splitlines()] == ["nDCG@10", *content_locales()]


@pytest.fixture
def knowing_all(opensearch: ServerUnderTest) -> Iterator[Engine]:
    """OpenSearch with the demo content."""
    opensearch.start_anew()
    opensearch.write([document for locale in content_locales() for document in all_documents(locale)])
    yield opensearch.engine
    opensearch.forget()


@pytest.mark.search_server
def test_search_servers_answer_better(knowing_all: Engine) -> None:
    assert_good(measured(knowing_all), ON_SERVERS)
