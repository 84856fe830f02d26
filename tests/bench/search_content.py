"""Content that searches are measured over: in databases of their own, made from the one that was generated."""

from __future__ import annotations

import os
import subprocess
import sys
from urllib.parse import urlencode

import psycopg

from . import sizes
from .sizes import COPIED, OF_EDITION

ASKED = 60
"""Different queries of each kind."""
API = "/api/v1"


def make(url: str, works: int) -> str:
    """A database of so many works, each with its texts: what was generated, and copies of it."""
    name = sizes.make(url, "bench_search")
    with psycopg.connect(name, autocommit=True) as connection:
        (there,) = connection.execute("SELECT count(DISTINCT key) FROM publishing_edition").fetchone()
        (articles,) = connection.execute(
            "SELECT count(DISTINCT key) FROM publishing_edition WHERE type = 'article'"
        ).fetchone()
        missing = max(0, works - there)
        times = -(-missing // articles) + 1
        connection.execute(
            "CREATE TABLE bench_copies AS SELECT e.id, e.key, n, row_number() OVER "
            "(PARTITION BY e.locale ORDER BY n, e.key) AS place "
            f"FROM publishing_edition e, generate_series(2, {times}) AS n WHERE e.type = 'article'"
        )
        connection.execute(f"DELETE FROM bench_copies WHERE place > {missing}")
        connection.execute(
            f"INSERT INTO publishing_edition ({COPIED}, key, sort_title, slug, path, text, words, document) "
            f"SELECT {', '.join(f'e.{column}' for column in COPIED.split(', '))}, md5(e.key::text || n)::uuid, "
            "left(sort_title, 380) || n, slug || '-' || n, path || n || '/', text, words, '{}' "
            "FROM publishing_edition e JOIN bench_copies c ON c.id = e.id"
        )
        connection.execute(
            f"INSERT INTO publishing_editionterm (edition_id, name, value, {OF_EDITION}) SELECT copy.id, term.name, "
            f"term.value, {', '.join(f'copy.{column}' for column in OF_EDITION.split(', '))} "
            "FROM bench_copies c JOIN publishing_edition e ON e.id = c.id "
            "JOIN publishing_edition copy ON copy.type = 'article' AND copy.locale = e.locale "
            "AND copy.key = md5(e.key::text || c.n)::uuid "
            "JOIN publishing_editionterm term ON term.edition_id = e.id"
        )
        connection.execute("DROP TABLE bench_copies")
        connection.execute("VACUUM ANALYZE")
    return name


def demo(url: str) -> str:
    """A database with the demo content, which queries are judged for."""
    with psycopg.connect(sizes.named(url, "template1"), autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS bench_demo")
        connection.execute("CREATE DATABASE bench_demo")
    name = sizes.named(url, "bench_demo")
    load_demo(name)
    return name


def load_demo(url: str) -> None:
    """Puts the demo content into any database."""
    for command in (("migrate", "-v0"), ("load_demo", "-v0")):
        subprocess.run([sys.executable, "manage.py", *command], env={**os.environ, "DATABASE_URL": url}, check=True)


def queries(url: str) -> dict[str, list[str]]:
    """Addresses by kind of search, made of words and names that are there."""
    with psycopg.connect(url) as connection:
        titles = connection.execute(
            "SELECT locale, title, extract(year FROM earliest)::int FROM publishing_edition WHERE type = 'article' "
            f"ORDER BY md5(key::text), locale LIMIT {ASKED * 4}"
        ).fetchall()
        places = connection.execute(
            "SELECT locale, title FROM publishing_edition WHERE type = 'municipality' "
            f"ORDER BY md5(key::text), locale LIMIT {ASKED * 2}"
        ).fetchall()
    words = [
        (locale, year, said) for locale, title, year in titles if len(said := _words(title)) > 1
    ][:ASKED]  # fmt: skip
    names = [(locale, title) for locale, title in places[:ASKED]]
    return {
        "one word": [_search(locale, said[-1]) for locale, _year, said in words],
        "two words": [_search(locale, f"{said[0]} {said[-1]}") for locale, _year, said in words],
        "a place": [_search(locale, name) for locale, name in names],
        "a word and a place": [
            _search(locale, f"{said[-1]} {names[at % len(names)][1]}") for at, (locale, _year, said) in enumerate(words)
        ],
        "narrowed": [_search(locale, said[-1], type="article", year=year) for locale, year, said in words],
        "all languages": [_search(locale, said[-1], scope="all") for locale, _year, said in words],
        "a typo": [_search(locale, _mistyped(max(said, key=len))) for locale, _year, said in words],
        "nothing there": [_search(locale, f"zw{'qxjy'[at % 4]}krb{at}") for at, (locale, *_) in enumerate(words)],
        "browsing": [_search(locale, "", year=year) for locale, year, _said in words],
        "suggestions": [
            f"{API}/suggest/?{urlencode({'q': said[-1][: 2 + at % 4], 'locale': locale})}"
            for at, (locale, _year, said) in enumerate(words)
        ],
    }


def _search(locale: str, text: str, **more: object) -> str:
    return f"{API}/search/?{urlencode({'q': text, 'locale': locale, **more})}"


def _words(title: str) -> list[str]:
    return [word for word in title.replace(":", " ").replace("–", " ").split() if word.isalpha() and len(word) > 4]


def _mistyped(word: str) -> str:
    """With two letters swapped."""
    at = len(word) // 2
    return f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}"
