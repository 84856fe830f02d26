"""What tests of search start from."""

import pytest

from tests.search.engines_under_test import DatabaseUnderTest, EngineUnderTest, Newsroom, server_under_test

ENGINES = [
    pytest.param("database", marks=pytest.mark.transactions),
    pytest.param("opensearch", marks=pytest.mark.search_server),
    pytest.param("elasticsearch", marks=pytest.mark.search_server),
]
"""Each has a fixture that is called so. The database is SQLite, and PostgreSQL where that runs."""


@pytest.fixture(scope="session")
def opensearch(opensearch_url: str):
    """All that OpenSearch has of this process's tests."""
    with server_under_test("opensearch", opensearch_url) as server:
        yield server


@pytest.fixture(scope="session")
def elasticsearch(elasticsearch_url: str):
    """The same on Elasticsearch, without languages."""
    with server_under_test("elasticsearch", elasticsearch_url) as server:
        yield server


@pytest.fixture
def database(db: None):
    """SQLite in the usual run, PostgreSQL in the other one."""
    return DatabaseUnderTest()


@pytest.fixture(params=ENGINES)
def tested(request: pytest.FixtureRequest, db: None):
    """Each engine in turn, knowing nothing yet."""
    engine: EngineUnderTest = request.getfixturevalue(request.param)
    yield engine
    engine.forget()


@pytest.fixture
def newsroom(tested: EngineUnderTest) -> Newsroom:
    """A newsroom whose readers use one of the engines."""
    return Newsroom(tested)


@pytest.fixture
def weighs_anew(tested: EngineUnderTest) -> None:
    """For tests of what comes first: servers weigh words by all texts that they had, deleted ones for a while, too."""
    tested.start_anew()


@pytest.fixture
def needs_languages(tested: EngineUnderTest) -> None:
    """Skips engines that compare words as they are."""
    if not tested.knows_languages:
        pytest.skip("this server has no analysis of languages")


@pytest.fixture
def forgives_typos(tested: EngineUnderTest) -> None:
    """Skips engines that find only what is spelled right."""
    if not tested.forgives_typos:
        pytest.skip("this engine does not look for other spellings")
