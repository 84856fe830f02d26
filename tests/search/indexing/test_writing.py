"""What becomes of documents that a server does not take at once."""

import pytest

from cms.publishing.models import Change, Follower
from search.documents import documents_of
from search.engines.server.client import Outcome
from search.engines.server.errors import RefusedError, UnavailableError
from search.indexing.index import IndexUnavailableError
from search.indexing.server_follower import ServerIndexFollower
from search.indexing.server_index import LETTERS_AT_A_TIME, ServerIndex, portions
from search.models import DeadLetter
from tests.api.editions import make_article

pytestmark = pytest.mark.django_db


class Client:
    """A server that answers as it is told."""

    product = "opensearch"

    def __init__(self) -> None:
        self.requests: list[int] = []
        self.answer = lambda write: Outcome(write, 200)
        self.error = None

    def bulk(self, writes, *, timeout=None):
        self.requests.append(len(writes))
        if self.error and (error := self.error(writes)):
            raise error
        return [self.answer(write) for write in writes]

    def health(self):
        return "green"

    def refresh(self, *names):
        """Nothing."""


@pytest.fixture
def client():
    return Client()


@pytest.fixture
def index(client, monkeypatch):
    index = ServerIndex(client, "trilog")
    monkeypatch.setattr(index, "unbuilt", list)
    return index


@pytest.fixture
def follower(index):
    follower = ServerIndexFollower(index)
    last = Change.objects.order_by("-pk").first()
    Follower.objects.create(name=follower.name, cursor=last.pk if last else 0)
    return follower


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (429, "es_rejected_execution_exception"),
        (429, "cluster_block_exception"),
        (403, "cluster_block_exception"),
        (404, "index_not_found_exception"),
        (503, "unavailable_shards_exception"),
    ],
)
def test_what_will_pass_stops_the_follower_and_loses_nothing(follower, client, status, kind):
    edition = make_article()
    client.answer = lambda write: Outcome(write, status, kind, f"{kind}: not now")
    with pytest.raises(IndexUnavailableError, match="not now"):
        follower.step()
    place = Follower.objects.get(name=follower.name)
    assert place.cursor < edition.change_id
    assert "not now" in place.failure
    assert place.retry_at
    assert not DeadLetter.objects.exists()

    client.answer = lambda write: Outcome(write, 201)
    assert follower.step() == 1
    assert Follower.objects.get(name=follower.name).failure == ""


def test_a_server_that_answers_nonsense_stops_it_too(follower, client):
    make_article()
    client.error = lambda writes: UnavailableError("nonsense in answer to a bulk request")
    with pytest.raises(IndexUnavailableError, match="nonsense"):
        follower.step()


def test_a_newer_version_on_the_server_is_no_trouble(follower, client):
    make_article()
    client.answer = lambda write: Outcome(write, 409, "version_conflict_engine_exception", "newer")
    assert follower.step() == 1
    assert not DeadLetter.objects.exists()


def test_a_request_that_is_refused_as_a_whole_is_sent_in_parts(index, client):
    editions = [make_article(title=f"Article {number}") for number in range(8)]
    documents = list(documents_of(edition.ref for edition in editions).values())
    guilty = documents[5]
    client.error = lambda writes: (
        RefusedError(413, "too large") if any(write.version == guilty.version for write in writes) else None
    )
    rejected = index.write(documents, {})
    assert [(one.ref, one.version, one.reason) for one in rejected] == [(guilty.ref, guilty.version, "too large")]
    assert client.requests == [8, 4, 4, 2, 1, 1, 2]


def test_requests_are_bounded_by_what_they_hold():
    edition = make_article(text="x" * (LETTERS_AT_A_TIME // 4))
    document = documents_of([edition.ref])[edition.ref]
    assert [len(portion) for portion in portions(iter([document] * 8))] == [3, 3, 2]


def test_a_refusal_is_counted_until_it_is_taken_or_gone(follower, client):
    edition = make_article()
    client.answer = lambda write: Outcome(write, 400, "mapper_parsing_exception", "failed to parse")
    follower.step()
    Follower.objects.update(cursor=0)
    follower.catch_up()
    letter = DeadLetter.objects.get(key=edition.key)
    assert letter.attempts == 2
    assert letter.reason == "failed to parse"
    client.answer = lambda write: Outcome(write, 200)
    Follower.objects.update(cursor=0)
    follower.catch_up()
    assert not DeadLetter.objects.exists()


def test_an_index_of_another_versions_rules_is_told_of_after_an_update(settings):
    from django.core.checks import run_checks
    from django.utils import timezone

    from cms.publishing.locales import content_locales
    from search import conf
    from search.engines.server.mapping import fingerprint
    from search.models import BuiltIndex

    settings.OPENSEARCH_URL = "http://127.0.0.1:9"
    conf.load.cache_clear()
    try:
        for locale in content_locales():
            BuiltIndex.objects.create(
                engine="opensearch",
                locale=locale,
                name=locale,
                fingerprint=fingerprint(locale),
                built_at=timezone.now(),
            )
        assert "search.W001" not in {message.id for message in run_checks(databases=["default"])}
        BuiltIndex.objects.filter(locale="ru").update(fingerprint="another")
        told = [message for message in run_checks(databases=["default"]) if message.id == "search.W001"]
        assert "for ru were built" in told[0].msg
    finally:
        conf.load.cache_clear()
