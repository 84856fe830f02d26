"""(c): the same bytes without any framework. They are read once, when a worker starts."""

import os

import psycopg

with psycopg.connect(os.environ["DATABASE_URL"]) as _connection:
    _ANSWERS = {path: body.encode() for path, body in _connection.execute("SELECT path, body FROM bench_answers")}


def application(environ, start_response):
    body = _ANSWERS[f"{environ['PATH_INFO']}?{environ['QUERY_STRING']}"]
    start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
    return (body,)
