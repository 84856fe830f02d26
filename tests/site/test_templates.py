"""There is a template for whatever can be published, and it shows what the document says."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.template import TemplateDoesNotExist
from django.template.loader import get_template, render_to_string, select_template

from articles.blocks import ArticleBodyBlock
from articles.kinds import ArticleKind
from cms.core.site.listings import FILTERS
from cms.core.site.render import template_names
from home.blocks import PageBodyBlock

DAY = {"edtf": "1991-09-09", "earliest": "1991-09-09", "latest": "1991-09-09", "precision": "day", "approximate": False}
DAY["text"] = "9. September 1991"
SUMMER = {**DAY, "edtf": "1991-22", "precision": "season", "text": "Sommer 1991"}
SIZE = {"url": "/images/1", "width": 480, "height": 320}
IMAGE = {
    "id": 1, "title": "Brücke", "alt": "Eine Brücke", "caption": "", "credit": "", "licence": "", "width": 480,
    "height": 320, "url": "/images/1", "renditions": {"small": SIZE, "medium": SIZE, "large": SIZE},
    "template": "/images/1/x/{size}.{format}", "widths": [160, 320], "formats": ["avif", "webp", "jpg"],
}  # fmt: skip
PICTURE = {"image": IMAGE, "alt": "Eine Brücke", "caption": "Am Fluss", "credit": "Trilog", "licence": "CC0 1.0"}
FILE = {"id": 1, "title": "Programm", "url": "/documents/1/p.pdf", "extension": "pdf", "size": 2048}
PARTNERSHIP = {
    "key": "k", "type": "partnership", "kind": "friendship", "locale": "de", "slug": "a-b", "title": "A – B",
    "url": "/de/p/a-b/", "api_url": "", "partnership_kind": "friendship", "sides": [], "since": SUMMER,
}  # fmt: skip

BLOCKS: dict[str, tuple[dict[str, Any], str]] = {
    "heading": ({"text": "Am Wasser", "level": 2, "anchor": "am-wasser"}, "h2#am-wasser"),
    "paragraph": ({"text": "<p>Zwei <b>Städte</b></p>"}, ".prose b"),
    "quote": ({"text": "Ja.", "speaker": "Vorsitz", "function": "", "date": DAY, "extract": True}, "blockquote"),
    "image": (PICTURE, "figure img[alt='Eine Brücke'][srcset]"),
    "gallery": ({"title": "Ufer", "images": [PICTURE, PICTURE]}, "li:nth-child(2) img"),
    "documents": ({"title": "Unterlagen", "documents": [FILE]}, "a[href='/documents/1/p.pdf']"),
    "fact_box": ({"title": "Zahlen", "text": "<p>22</p>"}, "aside[aria-label=Zahlen] p"),
    "partnership": (PARTNERSHIP, "a[href='/de/p/a-b/']"),
    "partnership_list": (
        {"title": "", "rule": {"region": None, "anniversary_year": 2026}, "partnerships": [PARTNERSHIP]},
        "li a[href='/de/p/a-b/']",
    ),
    "timeline": ({"title": "", "events": [{"date": DAY, "title": "Vertrag", "text": ""}]}, "li time"),
    "call_to_action": ({"text": "Mit?", "label": "Schreiben", "url": "/de/"}, "a.button[href='/de/']"),
    "embed": (
        {"url": "https://video.example/1", "provider": "Video", "title": "Film", "html": "<iframe src='x'></iframe>"},
        "a[href='https://video.example/1']",
    ),
    "bibliography": (
        {"kind": "book", "author": "A", "title": "B", "publication": "", "issue": "",
         "pages": "3", "date": SUMMER, "url": ""},
        "cite",
    ),
    "table": (
        {"caption": "Zahlen", "header_row": True, "header_column": True, "rows": [["", "1991"], ["Essen", "3"]]},
        "tr th[scope=row]",
    ),
}  # fmt: skip


def body(*blocks: tuple[str, Any]) -> BeautifulSoup:
    """A rendered body of these types and values."""
    listed = [{"type": name, "id": str(number), "value": value} for number, (name, value) in enumerate(blocks)]
    return BeautifulSoup(render_to_string("includes/body.html", {"body": listed}), "html.parser")


@pytest.mark.parametrize("block_type", sorted({*ArticleBodyBlock().child_blocks, *PageBodyBlock().child_blocks}))
def test_every_block_of_a_body_is_shown(block_type: str) -> None:
    value, selector = BLOCKS[block_type]

    assert body((block_type, value)).select_one(selector)


def test_a_block_that_may_not_be_shown_leaves_no_trace() -> None:
    assert body(("partnership", None)).get_text(strip=True) == ""


def test_an_embed_loads_nothing_before_it_is_asked_for() -> None:
    embed = body(("embed", BLOCKS["embed"][0]))

    assert embed.find("iframe").find_parent("template")
    assert embed.find("button").has_attr("hidden"), "without JavaScript the button would do nothing"


def test_titles_of_blocks_follow_the_outline() -> None:
    box, heading = ("fact_box", BLOCKS["fact_box"][0]), ("heading", BLOCKS["heading"][0])

    levels = [title.name for title in body(box, heading, box).find_all(["h2", "h3"])]

    assert levels == ["h2", "h2", "h3"]


def test_what_editors_type_as_plain_text_cannot_be_markup() -> None:
    evil = "<script>alert(1)</script>"

    page = body(
        ("heading", {"text": evil, "level": 2, "anchor": "x"}),
        ("quote", {"text": evil, "speaker": evil, "function": evil, "date": None, "extract": False}),
        ("table", {"caption": evil, "header_row": False, "header_column": False, "rows": [[evil]]}),
        ("call_to_action", {"text": evil, "label": evil, "url": "/de/"}),
    )

    assert page.find("script") is None


@pytest.mark.parametrize(
    ("type_name", "kind"),
    [
        *(("article", kind.value) for kind in ArticleKind),
        *(("page", kind) for kind in ("home", "section", "article_index", "library")),
        ("partnership", "partnership"),
        ("municipality", "city"),
        ("conference", ""),
    ],
)
def test_every_type_has_a_template(type_name: str, kind: str) -> None:
    assert select_template(template_names(type_name, kind))


@pytest.mark.parametrize("type_name", FILTERS)
def test_every_list_has_its_rows(type_name: str) -> None:
    try:
        get_template(f"rows/{type_name}.html")
    except TemplateDoesNotExist:
        pytest.fail(f"lists of {type_name} cannot be shown")


def test_the_page_for_faults_needs_nothing() -> None:
    page = BeautifulSoup(render_to_string("500.html"), "html.parser")

    assert page.h1
    assert page.html["lang"] == "de"


def test_a_list_whose_rule_finds_nothing_is_not_shown() -> None:
    value = {"title": "Jubiläen", "rule": {"region": None, "anniversary_year": 2030}, "partnerships": []}
    assert not render_to_string("blocks/partnership_list.html", {"value": value, "title_level": 2}).strip()
