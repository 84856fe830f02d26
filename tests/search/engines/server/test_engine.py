"""What the engine asks for, and what it makes of answers."""

import json
from typing import Any

import pytest

from search.asking import FACETS, MAX_HITS, SearchQuery
from search.engines import EngineError
from search.engines.server import ServerEngine
from search.engines.server.client import Client
from search.understanding import Alternative, Part, Understood

KEY = "6f1c1b0a-0000-4000-8000-000000000001"


class Told:
    """A transport that answers with what it was told, and remembers what it was asked."""

    def __init__(self, *answers: Any) -> None:
        self.answers = list(answers)
        self.bodies: list[Any] = []
        self.paths: list[str] = []

    def ask(self, method, path, *, body=None, lines=False, params=None, timeout=None):
        self.bodies.append(json.loads(body))
        self.paths.append(path)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


def answer(*hits, total=None, spelling=None, **values):
    told = {
        "timed_out": False,
        "_shards": {"failed": 0},
        "hits": {"total": {"value": len(hits) if total is None else total}, "hits": list(hits)},
        "aggregations": {facet: {"values": {"buckets": []}} for facet in FACETS},
    }
    if spelling:
        told["suggest"] = {"spelling": [{"options": [{"text": spelling}]}]}
    return told | values


def hit(key=KEY, locale="de", **values):
    return {"_id": f"article:{key}", "_version": 7, "_score": 1.5, "fields": {"language": [locale]}, **values}


def search(told, text="Konzert", locales=("de",), **asked):
    words = Understood(tuple(Part(Alternative(word)) for word in text.split()))
    return ServerEngine(Client("opensearch", told), "news").search(
        SearchQuery(text=text, locales=locales, **asked), words
    )


def test_a_search_is_one_request_of_all_locales():
    told = Told(answer(*(hit(f"{number}") for number in range(5))))

    found = search(told, locales=("de", "en"))

    assert told.paths == ["/news-de,news-en/_search"]
    assert [hit.version for hit in found.hits] == [7] * 5


def test_a_work_that_two_documents_claim_for_a_moment_is_shown_once():
    found = search(Told(answer(hit(), hit(locale="en"))), locales=("de", "en"))

    assert [hit.ref.locale for hit in found.hits] == ["de"]


@pytest.mark.parametrize(
    "nonsense",
    [
        {},
        {"hits": None},
        {"hits": {}},
        {"error": "no"},
        answer(timed_out=True),
        answer(_shards={"failed": 1}),
        answer(_shards=None),
        answer(aggregations=None),
        answer(aggregations={}),
        answer(hits={"total": 3, "hits": []}),
        answer(hits={"total": {"value": "many"}, "hits": []}),
        answer(hits={"total": {"value": 1}, "hits": [{}]}),
        answer(hits={"total": {"value": 1}, "hits": ["hit"]}),
        answer({**hit(), "_id": "nonsense"}),
        answer({**hit(), "fields": {}}),
        answer({**hit(), "_version": None}),
        answer({**hit(), "highlight": ["x"]}),
    ],
    ids=str,
)
def test_nonsense_and_half_an_answer_are_errors(nonsense):
    with pytest.raises(EngineError):
        search(Told(nonsense))


def test_another_spelling_is_tried_before_it_is_suggested():
    found = search(Told(answer(spelling="konzert"), answer(total=1)), "Konzret")
    nothing = search(Told(answer(spelling="konzert"), answer(total=0)), "Konzret")

    assert (found.suggestion, nothing.suggestion) == ("Konzert", None)


def test_where_there_are_hits_no_other_spelling_is_tried():
    told = Told(answer(*(hit(f"{number}") for number in range(5)), spelling="konzert"))

    assert search(told, "Konzret").suggestion is None
    assert len(told.paths) == 1


def test_pages_end_where_servers_do():
    told = Told(answer())

    search(told, offset=MAX_HITS - 5, limit=20)
    search(told, offset=MAX_HITS * 5, limit=20)

    assert [(body["from"], body["size"]) for body in told.bodies] == [(MAX_HITS - 5, 5), (0, 0)]


def test_a_query_of_any_length_has_a_bounded_number_of_conditions():
    told = Told(answer())

    search(told, " ".join(f"wort{number}" for number in range(3_000)))

    assert len(json.dumps(told.bodies[0])) < 40_000
