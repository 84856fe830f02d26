"""An app that keeps a copy of everything public, as `docs/api.md` tells it to: it knows the API and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol
from urllib.parse import urlsplit

Name = tuple[str, str, str]
"""Type, key and locale of an edition."""


class Asking(Protocol):
    """Django's test client, or something like it."""

    def get(self, path: str, /, **extra: Any) -> Any: ...


class Api:
    """The API as seen from outside."""

    def __init__(self, client: Asking, **filters: str) -> None:
        self._client = client
        self.filters = filters
        """`type` and `locale` of what the app wants; everything without them."""

    def answer(self, address: str) -> Any:
        """What stands at an address; None where there is nothing."""
        parts = urlsplit(address)
        response = self._client.get(f"{parts.path}?{parts.query}")
        assert response.status_code in {200, 404}, f"{address}: {response.status_code}"
        return response.json() if response.status_code == 200 else None

    def end_of_log(self) -> str:
        """The cursor of this moment."""
        return str(self.answer("/api/v1/changes/?cursor=latest")["cursor"])

    def changes(self, cursor: str) -> Iterator[tuple[list[dict[str, Any]], str]]:
        """Every portion of the feed, with the cursor after it."""
        query = "".join(f"&{name}={value}" for name, value in self.filters.items())
        more = True
        while more:
            told = self.answer(f"/api/v1/changes/?cursor={cursor}&limit=100{query}")
            cursor, more = told["cursor"], told["has_more"]
            yield told["changes"], cursor

    def rows(self) -> Iterator[dict[str, Any]]:
        """Every row of every list in every locale that the app wants."""
        locales = [row["code"] for row in self.answer("/api/v1/locales/")["results"]]
        for locale in [code for code in locales if code in self.filters.get("locale", code).split(",")]:
            for collection in ("articles", "pages", "partnerships", "municipalities", "conferences"):
                address = f"/api/v1/{collection}/?locale={locale}&limit=100&cursor="
                while address:
                    page = self.answer(address)
                    yield from page["results"]
                    address = page["next"]

    def documents(self) -> dict[Name, Any]:
        """Everything that the app wants, as it stands now."""
        wanted = self.filters.get("type")
        rows = [row for row in self.rows() if wanted in (None, row["type"])]
        return {(row["type"], row["key"], row["locale"]): self.answer(row["api_url"]) for row in rows}


class Mirror:
    """The copy: read once, then kept in step by the feed."""

    def __init__(self, client: Asking, **filters: str) -> None:
        self._api = Api(client, **filters)
        self.documents: dict[Name, Any] = {}
        self.told: list[int] = []
        """Numbers of the changes it was told of, in that order."""
        self.cursor = ""
        self.begun_at = 0

    def read_everything(self) -> None:
        """First asks where the log ends, then reads: what changes meanwhile is told afterwards."""
        self.cursor = self._api.end_of_log()
        self.begun_at = int(self.cursor)
        self.documents = {name: document for name, document in self._api.documents().items() if document is not None}

    def follow(self) -> None:
        """Takes in everything that has changed since."""
        for changes, cursor in self._api.changes(self.cursor):
            for change in changes:
                self.told.append(change["id"])
                self._take_in(change)
            self.cursor = cursor

    def _take_in(self, change: dict[str, Any]) -> None:
        name = (change["type"], change["key"], change["locale"])
        removed = change["action"] in {"unpublished", "deleted"}
        # What has gone meanwhile is told by a later change.
        document = None if removed else self._api.answer(change["api_url"])
        if document is None:
            self.documents.pop(name, None)
        else:
            self.documents[name] = document
