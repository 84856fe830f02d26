"""The same newsroom in several sizes, each in a database of its own, made from the one that was generated."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

import psycopg

COPIED = (
    "type, kind, locale, restricted, locales, model, object_id, title, earliest, latest, first_published_at, "
    "changed_at, state, point_lon, point_lat, item, summary, digest, change_id, day_dependent"
)
OF_EDITION = "type, key, locale, restricted, locales, earliest, sort_title"


def named(url: str, name: str) -> str:
    """The address of another database of the same server."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def make(url: str, name: str) -> str:
    """A copy of the database; nobody may be connected to it."""
    source = urlsplit(url).path[1:]
    with psycopg.connect(named(url, "template1"), autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}"')
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{source}"')
    return named(url, name)


def shrink(url: str, works: int) -> None:
    """Leaves so many articles."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "CREATE TEMP TABLE surplus AS SELECT id FROM publishing_edition WHERE type = 'article' AND key NOT IN "
            f"(SELECT DISTINCT key FROM publishing_edition WHERE type = 'article' ORDER BY key LIMIT {works})"
        )
        for table, column in (("editionterm", "edition_id"), ("reference", "edition_id"), ("edition", "id")):
            connection.execute(f"DELETE FROM publishing_{table} WHERE {column} IN (SELECT id FROM surplus)")
        connection.execute("VACUUM FULL ANALYZE publishing_edition")
        connection.execute("VACUUM ANALYZE")


def multiply(url: str, times: int) -> None:
    """So many articles for each one: with rows and terms of their own, and no documents, which lists never read."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            f"INSERT INTO publishing_edition ({COPIED}, key, sort_title, slug, path, text, words, document) "
            f"SELECT {COPIED}, md5(key::text || n)::uuid, left(sort_title, 380) || n, slug || '-' || n, "
            "path || n || '/', '', '{}', '{}' "
            f"FROM publishing_edition, generate_series(2, {times}) AS n WHERE type = 'article'"
        )
        connection.execute(
            f"INSERT INTO publishing_editionterm (edition_id, name, value, {OF_EDITION}) SELECT copy.id, term.name, "
            f"term.value, {', '.join(f'copy.{column}' for column in OF_EDITION.split(', '))} "
            f"FROM publishing_edition e CROSS JOIN generate_series(2, {times}) AS n "
            "JOIN publishing_edition copy ON copy.type = 'article' AND copy.locale = e.locale "
            "AND copy.key = md5(e.key::text || n)::uuid "
            "JOIN publishing_editionterm term ON term.edition_id = e.id WHERE e.type = 'article'"
        )
        connection.execute("VACUUM ANALYZE")
