"""The database's index follows the log, and can be made anew."""

from random import Random

import pytest
from django.db import DatabaseError, connection

from cms.publishing.models import Change, Edition, Follower
from search.asking import SearchQuery
from search.documents import documents_of
from search.engines import EngineError
from search.engines.database import DatabaseEngine
from search.engines.database import engine as engine_module
from search.engines.database.index import DatabaseFollower, DatabaseIndex
from search.indexing.index import Entry
from search.models import SearchEntry, SearchWord
from search.understanding import understand
from tests.api.editions import PUBLISHED_AT, make_article, restrict, unpublish

pytestmark = [pytest.mark.django_db, pytest.mark.transactions]


@pytest.fixture(autouse=True)
def _nothing_yet(db):
    """Without the home page that a new site has."""
    Edition.everything.all().delete()
    Change.objects.all().delete()


def follow():
    return DatabaseFollower().catch_up()


def found(text, *locales, **asked):
    wanted = locales or ("de",)
    return DatabaseEngine().search(SearchQuery(text=text, locales=wanted, **asked), understand(text, wanted))


def total(text, *locales):
    return found(text, *locales).total


def retitle(edition, title):
    change = Change.objects.create(
        action="changed", type=edition.type, key=edition.key, locale=edition.locale, at=PUBLISHED_AT
    )
    Edition.objects.filter(pk=edition.pk).update(title=title, change_id=change.pk)
    edition.refresh_from_db()


def everything():
    """All that is stored of each edition to find it by."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM search_searchentry ORDER BY edition_id")
        entries = cursor.fetchall()
        if connection.vendor == "sqlite":
            cursor.execute("SELECT rowid, * FROM search_text ORDER BY rowid")
            entries += cursor.fetchall()
    return entries


def test_what_is_published_is_found_after_the_follower_ran():
    make_article(title="Konzert im Park")
    assert total("Konzert") == 0

    assert follow() == 1

    assert total("Konzert") == 1


def test_what_is_changed_is_found_as_it_is_now():
    edition = make_article(title="Konzert im Park")
    follow()

    retitle(edition, "Lesung im Park")
    follow()

    assert (total("Konzert"), total("Lesung")) == (0, 1)


def test_what_is_withdrawn_is_gone_at_once():
    edition = make_article(title="Konzert im Park")
    make_article(title="Konzert im Saal")
    follow()

    unpublish(edition)

    answer = found("Konzert")
    assert answer.total == len(answer.hits) == 1
    assert [value.count for value in answer.facets["type"]] == [1]
    assert not any("Park" in str(row) or row[0] == edition.pk for row in everything())


def test_what_is_restricted_is_gone_at_once_and_for_good():
    edition = make_article(title="Konzert im Park")
    follow()

    restrict(edition)
    assert (total("Konzert"), total("")) == (0, 0)

    Change.objects.create(
        action="unpublished", type=edition.type, key=edition.key, locale=edition.locale, at=PUBLISHED_AT
    )
    follow()
    assert not SearchEntry.objects.exists()


def test_nothing_is_lost_when_the_follower_fails(monkeypatch):
    make_article(title="Konzert")
    follow()
    make_article(title="Lesung")
    cursor = Follower.objects.get(name=DatabaseIndex.follower).cursor

    with monkeypatch.context() as patch:
        patch.setattr(DatabaseIndex, "write", fail_after(DatabaseIndex.write))
        with pytest.raises(RuntimeError):
            follow()

    assert total("Lesung") == 0
    assert Follower.objects.get(name=DatabaseIndex.follower).cursor == cursor
    assert follow() == 1
    assert total("Lesung") == 1


def fail_after(write):
    def failing(*arguments):
        write(*arguments)
        raise RuntimeError("the process died")

    return failing


def test_nothing_older_replaces_anything_newer():
    edition = make_article(title="Konzert")
    older = documents_of([edition.ref])[edition.ref]
    retitle(edition, "Lesung")
    follow()

    DatabaseIndex().write([older], {edition.ref: older.version})

    assert (total("Konzert"), total("Lesung")) == (0, 1)


@pytest.mark.parametrize("seed", range(4))
def test_a_followed_index_is_a_rebuilt_index(seed):
    chance = Random(seed)
    alive = []
    for step in range(60):
        act = chance.random()
        if act < 0.5 or not alive:
            title = f"Städtepartnerschaft Мост {step}"
            alive.append(
                make_article(locale=chance.choice(("de", "ru")), title=title, terms=(("place", f"p{step % 5}"),))
            )
        elif act < 0.75:
            retitle(chance.choice(alive), f"Anderer Titel {step}")
        elif act < 0.9:
            unpublish(alive.pop(chance.randrange(len(alive))))
        if chance.random() < 0.3:
            follow()
    follow()
    followed = everything()

    counts = DatabaseIndex().rebuild(["de", "ru"])

    assert everything() == followed
    assert sum(counts.values()) == len(alive) == SearchEntry.objects.count()


def test_a_rebuild_mends_what_is_missing_left_over_and_misspelt():
    make_article(title="Konzert")
    restricted = make_article(title="Lesung")
    follow()
    SearchEntry.objects.filter(edition=restricted).update(version=0)
    restrict(restricted)
    make_article(title="Ausstellung")
    SearchWord.objects.create(locale="de", word="unsinn", editions=7)

    assert DatabaseIndex().rebuild(["de"]) == {"de": 2}

    assert SearchEntry.objects.count() == 2
    assert set(SearchWord.objects.values_list("word", "editions")) == {("konzert", 1), ("ausstellung", 1)}


def test_operators_are_told_what_there_is():
    later, sooner = sorted((make_article(), make_article()), key=lambda edition: str(edition.key), reverse=True)
    follow()
    index = DatabaseIndex()

    assert list(index.entries("de")) == [
        Entry("article", str(edition.key), edition.change_id) for edition in (sooner, later)
    ]
    assert (index.state("de").count, index.state("de").current) == (2, True)
    SearchEntry.objects.update(rules=0)
    assert not index.state("de").current


@pytest.mark.parametrize("count", [4, 30])
def test_finding_takes_two_queries_however_much_is_found(count, django_assert_num_queries):
    for number in range(count):
        make_article(title=f"Konzert {number}", text="Ein Konzert im Park.", terms=(("place", f"p{number}"),))
    follow()
    understood = understand("Konzert", ("de",))

    with django_assert_num_queries(2):
        DatabaseEngine().search(SearchQuery(text="Konzert", locales=("de", "en")), understood)


def test_finding_nothing_takes_few_queries(django_assert_max_num_queries):
    make_article(title="Konferenz in Bremen")
    follow()
    text = "Konfernz Bremmen Xyzzyxyzzy"
    understood = understand(text, ("de",))

    with django_assert_max_num_queries(6):
        DatabaseEngine().search(SearchQuery(text=text, locales=("de",)), understood)


def test_words_of_what_is_gone_are_not_proposed():
    edition = make_article(title="Konferenz")
    follow()
    unpublish(edition)

    answer = found("Konfernz")

    assert (answer.total, answer.suggestion) == (0, None)


def test_a_failing_database_is_an_engine_that_fails(monkeypatch):
    def fail(*_arguments):
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(engine_module, "ask", fail)

    with pytest.raises(EngineError, match="the disk is full"):
        found("Konzert")
