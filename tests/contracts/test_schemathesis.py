"""Whatever a client may send, the answer is one that the contract describes.

Requests are made from the description itself: every parameter at and beyond its limits, wrong methods, missing and
further parameters, and some hundred random ones. They are the same in every run.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import positive_data_acceptance, response_schema_conformance

from articles.models import ArticlePage
from cms.api.collection import collections
from cms.api.keys import issue
from cms.api.models import ApiKey
from cms.api.schema.views import openapi
from cms.core.models import User
from cms.previews.sharing import share
from cms.previews.tokens import token_of
from cms.publishing.models import Edition
from cms.wsgi import application
from tests.demo_site import DemoSite, loaded

CONFIG = {
    "seed": 1991,
    "generation": {
        "deterministic": True,
        "max-examples": 25,
        "database": "none",
        "no-shrink": True,
    },
    "phases": {
        "coverage": {"generate-duplicate-query-parameters": True},
        "stateful": {"enabled": False},
    },
}


TOKENS: list[str] = []
"""Of a preview."""
KEYS: list[str] = []
"""Of a client that may read everything."""
NO_KEY = f"trilog_{'0' * 12}_{'x' * 43}"


@pytest.fixture(scope="module")
def _demo_content(demo_files: DemoSite, django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), loaded(demo_files):
        draft = ArticlePage.objects.filter(live=False, first_published_at=None).first()
        TOKENS.append(token_of(share(draft.specific, User.objects.get(username="editor"), days=1)))
        client = ApiKey(name="schemathesis", scopes=list(ApiKey.Scope.values))
        KEYS.append(issue(client))
        client.save()
        yield


# Keys are put in below: made up at random, they would hide every other answer behind a refusal.
schema = schemathesis.openapi.from_dict({**openapi(), "security": []}, config=SchemathesisConfig.from_dict(CONFIG))
schema.app = application


@pytest.mark.usefixtures("_demo_content")
@schema.parametrize()
def test_every_answer_is_as_described(case: schemathesis.Case) -> None:
    _lead_to_content(case)
    query = case.query if isinstance(case.query, dict) else {}
    excluded = []
    if _breaks_an_unwritten_rule(query):
        excluded.append(positive_data_acceptance)
    if "fields" in query:  # an answer that lacks what nobody wanted
        excluded.append(response_schema_conformance)

    case.call_and_validate(headers=_key(case), excluded_checks=excluded)


def _key(case: schemathesis.Case) -> dict[str, str]:
    """For some requests a key, for a few a wrong one. It comes before the method, which is tried without any."""
    number = len(str(case.query)) if case.method == "GET" else 1
    key = KEYS[0] if number % 3 == 0 else NO_KEY if number % 16 == 0 else ""
    return {"Authorization": f"Bearer {key}"} if key else {}


def _lead_to_content(case: schemathesis.Case) -> None:
    """Puts the id of a published work in place of a random one, which nobody has; likewise a path and a token."""
    key = case.path_parameters.get("key")
    if isinstance(key, str) and re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", key):
        type_of = {collection.path: collection.type for collection in collections.all()}
        keys = _published(type_of[case.path.split("/")[3]], "key")
        case.path_parameters["key"] = str(keys[int(key[:8], 16) % len(keys)])
    path = case.query.get("path") if isinstance(case.query, dict) else None
    if isinstance(path, str) and path.startswith("/"):
        paths = _published("page", "path")
        case.query["path"] = paths[len(path) % len(paths)]
    token = case.query.get("token") if isinstance(case.query, dict) else None
    if isinstance(token, str) and len(token) % 2:
        case.query["token"] = TOKENS[0]


@cache
def _published(type_name: str, column: str) -> list[Any]:
    return list(Edition.objects.of_type(type_name).order_by("key", "locale").values_list(column, flat=True))


def _breaks_an_unwritten_rule(query: dict[str, Any]) -> bool:
    """Whether a request that the schema allows breaks a rule that only the descriptions tell."""
    return bool(query.get("cursor")) or {"cursor", "offset"} <= query.keys() or len(str(query.get("q")).split()) != 1
