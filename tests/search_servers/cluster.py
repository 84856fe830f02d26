"""Two nodes that hold every index twice, so that either copy answers when the other is gone."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from .node import SearchNode
from .ports import free_port


class TwoNodes:
    """An OpenSearch cluster. `second` can be killed while `first`, which manages the cluster, goes on answering."""

    def __init__(self, *, quick: bool = False) -> None:
        transport = free_port()
        seeds = [f"127.0.0.1:{transport}"]
        name = f"trilog-{transport}"
        self.first = SearchNode(
            quick=quick,
            settings={
                "cluster.name": name,
                "node.name": "first",
                "transport.port": transport,
                "node.roles": ["cluster_manager", "data"],
                "cluster.initial_cluster_manager_nodes": ["first"],
                "discovery.seed_hosts": seeds,
            },
        )
        self.second = SearchNode(
            quick=quick,
            settings={
                "cluster.name": name,
                "node.name": "second",
                "node.roles": ["data"],
                "discovery.seed_hosts": seeds,
            },
        )

    @property
    def urls(self) -> list[str]:
        """Of both."""
        return [self.first.url, self.second.url]

    def start(self) -> Self:
        """Both; returns when they have found each other."""
        self.first.start()
        self.second.start()
        self.first.wait_until_up(nodes=2)
        self.second.wait_until_up(nodes=2)
        return self

    def close(self) -> None:
        """Kills both and removes their folders."""
        self.second.close()
        self.first.close()

    def __enter__(self) -> Self:
        try:
            return self.start()
        except BaseException:
            self.close()
            raise

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
