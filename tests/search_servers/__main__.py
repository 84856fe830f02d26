"""Starts search servers for as long as something needs them.

python -m tests.search_servers run COMMAND...     both, for the command, which finds their addresses
                                                  in OPENSEARCH_TEST_URL and ELASTICSEARCH_TEST_URL
python -m tests.search_servers serve --port 9200  one, until Ctrl-C; its data is kept for the next time
python -m tests.search_servers fetch              none, but have them ready for work without a network
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from contextlib import ExitStack
from typing import NoReturn

from .distributions import DISTRIBUTIONS, Kind, cache_folder, prepared
from .jdk import find_jdk
from .node import NodeDiedError, SearchNode
from .ports import is_free
from .unavailable import SearchServersUnavailableError

KINDS: tuple[Kind, ...] = ("opensearch", "elasticsearch")


def say(text: str) -> None:
    """To whoever looks on."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def fetch(*kinds: Kind) -> None:
    """Fetches what is missing."""
    jdk = find_jdk()
    for kind in kinds:
        distribution = DISTRIBUTIONS[kind]
        if not (cache_folder() / distribution.name).exists():
            say(f"Fetching {distribution.title} {distribution.version} ...")
        prepared(kind, jdk)


def run(command: list[str]) -> int:
    """Runs a command with both servers. Without Java it runs without them, but in CI it fails."""
    environment = dict(os.environ)
    with ExitStack() as stack:
        try:
            fetch(*KINDS)
            nodes = [SearchNode(kind, quick=True) for kind in KINDS]
            for node in nodes:
                stack.callback(node.close)
                node.start()
            for node in nodes:
                node.wait_until_up()
                environment[f"{node.kind.upper()}_TEST_URL"] = node.url
        except SearchServersUnavailableError as reason:
            say(f"!!! NO SEARCH SERVERS, so their tests do not run. {reason}")
            if os.environ.get("CI"):
                return 1
        # Ctrl-C reaches the command, too, which has the last word then.
        signal.signal(signal.SIGINT, lambda _number, _frame: None)
        with subprocess.Popen(command, env=environment) as process:
            try:
                return process.wait()
            except SystemExit:
                process.terminate()
                raise


def serve(kind: Kind, port: int, *, temporary: bool) -> int:
    """Serves until a signal comes."""
    if not is_free(port):
        say(f"Port {port} is taken. Choose another one, for example: make search-server SEARCH_PORT={port + 1}")
        return 1
    fetch(kind)
    folder = None if temporary else cache_folder() / "data" / f"{kind}-{port}"
    node = SearchNode(kind, port=port, folder=folder)
    try:
        node.start().wait_until_up()
        if not temporary:
            say(f"\n  {node.distribution.title} is running; Ctrl-C ends it, its data is kept.\n")
            say(f"    export {kind.upper()}_URL={node.url}\n")
        node.wait()
        say(f"{node.distribution.title} has ended by itself:\n{node.last_words()}")
        return 1
    finally:
        node.stop()
        node.close()


def _end(number: int, _frame: object) -> NoReturn:
    sys.exit(128 + number)


def main() -> int:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="search-servers", description=__doc__.splitlines()[0])
    actions = parser.add_subparsers(dest="action", required=True)
    running = actions.add_parser("run")
    running.add_argument("command", nargs=argparse.REMAINDER)
    serving = actions.add_parser("serve")
    serving.add_argument("--kind", choices=KINDS, default="opensearch")
    serving.add_argument("--port", type=int, default=9200)
    serving.add_argument("--temporary", action="store_true", help="throw its data away")
    actions.add_parser("fetch")
    options = parser.parse_args()

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end)
    try:
        if options.action == "run":
            return run(options.command)
        if options.action == "serve":
            return serve(options.kind, options.port, temporary=options.temporary)
        fetch(*KINDS)
    except (SearchServersUnavailableError, NodeDiedError) as reason:
        say(str(reason))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
