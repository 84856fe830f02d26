"""The published pages as the site's navigation needs them: one query for all of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from cms.publishing.models import Edition

HOME = "home"


@dataclass(frozen=True, slots=True)
class PageNode:
    """One published page. `position` begins with its parent's position, and siblings are ordered by it."""

    key: str
    locale: str
    kind: str
    title: str
    url: str
    object_id: str
    position: str
    depth: int
    in_menu: bool


@dataclass(frozen=True, slots=True)
class PageTree:
    """All published pages, every locale's in the order of the tree."""

    nodes: tuple[PageNode, ...] = field(default=())

    @classmethod
    def load(cls) -> PageTree:
        """Reads the tree. One query."""
        rows = Edition.objects.of_type("page").exclude(path=None)
        values = rows.values_list("key", "locale", "kind", "title", "path", "object_id", "document__nav")
        nodes = []
        for key, locale, kind, title, path, object_id, nav in values:
            nav = nav or {}
            nodes.append(
                PageNode(
                    key=str(key),
                    locale=locale,
                    kind=kind,
                    title=title,
                    url=path or "",
                    object_id=object_id,
                    position=nav.get("position", ""),
                    depth=nav.get("depth", 0),
                    in_menu=bool(nav.get("in_menu")),
                )
            )
        return cls(tuple(sorted(nodes, key=lambda node: node.position)))

    def home(self, locale: str) -> PageNode | None:
        """The home page of a locale, where it is published."""
        return next((node for node in self.nodes if node.kind == HOME and node.locale == locale), None)

    def homes(self) -> list[PageNode]:
        """The home pages of all locales."""
        return [node for node in self.nodes if node.kind == HOME]

    def children(self, parent: PageNode) -> list[PageNode]:
        """The pages directly below a page, whether or not they are in the menu."""
        return [
            node
            for node in self.nodes
            if node.depth == parent.depth + 1
            and node.position.startswith(parent.position)
            and node.locale == parent.locale
        ]

    def menu(self, parent: PageNode) -> list[PageNode]:
        """The pages directly below a page that its menu shows."""
        return [node for node in self.children(parent) if node.in_menu]

    def above(self, url: str, locale: str) -> list[PageNode]:
        """The pages on the way from the home page to an address, without the page at that address."""
        return [node for node in self.nodes if node.locale == locale and url.startswith(node.url) and node.url != url]

    def at(self, url: str) -> PageNode | None:
        """The page at an address."""
        return next((node for node in self.nodes if node.url == url), None)

    def in_locale(self, object_id: str, locale: str) -> PageNode | None:
        """The page with this primary key, in another locale where that is published, else as it is."""
        named = next((node for node in self.nodes if node.object_id == object_id), None)
        if named is None:
            return None
        return next((node for node in self.nodes if node.key == named.key and node.locale == locale), named)
