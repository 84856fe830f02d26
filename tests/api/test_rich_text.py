"""`rich_text=`: one text in three forms."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cms.api.rich_text.fields import RichTextFields, UnclearRichTextError
from cms.api.rich_text.markdown import markdown
from cms.api.rich_text.tree import tree
from cms.publishing.addresses import address
from cms.publishing.models import Edition

from .conftest import Get
from .editions import make_edition

HTML = (
    '<p>Dear <b>friends</b>, <a href="https://example.org/a_(b)">see [here]</a><br/>2*3 &lt; 7</p>'
    "<ul><li>one<ul><li>two</li></ul></li></ul>"
)


@pytest.fixture
def town(db: None) -> Edition:
    text = f'<p>See <a href="{address("/ru/x/")}" hreflang="ru">there</a></p>'
    return make_edition("municipality", title="<b>no markup</b>", intro=text, website="<p>neither</p>")


def test_html_is_what_documents_hold(get: Get, town: Edition) -> None:
    plain = get(f"municipalities/{town.key}/").json()

    assert plain["intro"] == '<p>See <a href="http://testserver/ru/x/" hreflang="ru">there</a></p>'
    assert get(f"municipalities/{town.key}/", rich_text="html").json() == plain


def test_markdown_has_absolute_links_and_leaves_other_fields_alone(get: Get, town: Edition) -> None:
    answer = get(f"municipalities/{town.key}/", rich_text="markdown").json()

    assert answer["intro"] == "See [there](http://testserver/ru/x/)"
    assert (answer["title"], answer["website"]) == ("<b>no markup</b>", "<p>neither</p>")


def test_a_tree_says_where_another_language_begins(get: Get, town: Edition) -> None:
    answer = get(f"municipalities/{town.key}/", rich_text="tree", fields="intro").json()

    link = {
        "type": "link",
        "url": "http://testserver/ru/x/",
        "locale": "ru",
        "children": [{"type": "text", "text": "there"}],
    }
    words = {"type": "text", "text": "See "}
    assert answer == {"intro": {"type": "root", "children": [{"type": "paragraph", "children": [words, link]}]}}


def test_resolve_knows_the_forms_too(get: Get, town: Edition) -> None:
    answer = get("resolve/", path=town.path, rich_text="markdown").json()

    assert answer["intro"] == "See [there](http://testserver/ru/x/)"


def test_each_form_has_its_own_etag(get: Get, town: Edition) -> None:
    tags = {get(f"municipalities/{town.key}/", rich_text=form)["ETag"] for form in ("html", "markdown", "tree")}

    assert len(tags) == 3


def test_an_unknown_form_is_refused_with_those_there_are(get: Get, town: Edition) -> None:
    response = get(f"municipalities/{town.key}/", rich_text="pdf")

    assert response.status_code == 400
    assert response.json()["errors"][0]["allowed"] == ["html", "markdown", "tree"]


def test_a_list_takes_it_as_well(get: Get, town: Edition) -> None:
    assert get("municipalities/", rich_text="tree").json()["count"] == 1


def test_blocks_are_told_apart_by_their_type(get: Get) -> None:
    body = [
        {"type": "heading", "id": "1", "value": {"text": "<p>plain</p>", "level": 2, "anchor": "a"}},
        {"type": "paragraph", "id": "2", "value": {"text": HTML}},
        {"type": "fact_box", "id": "3", "value": {"title": "T", "text": "<p>F</p>"}},
        {
            "type": "timeline",
            "id": "4",
            "value": {"title": "", "events": [{"date": None, "title": "", "text": "<p>E</p>"}]},
        },
        {"type": "embed", "id": "5", "value": None, "reason": "not_published"},
    ]
    article = make_edition("article", kind="press_release", boilerplate="<p>B</p>")
    article.document |= {"body": body}
    article.save()

    answer = get(f"articles/{article.key}/", rich_text="markdown").json()

    assert answer["boilerplate"] == "B"
    heading, paragraph, fact_box, timeline, embed = (block["value"] for block in answer["body"])
    assert heading["text"] == "<p>plain</p>"
    assert paragraph["text"].endswith("- one\n  - two")
    assert (fact_box["text"], timeline["events"][0]["text"], embed) == ("F", "E", None)
    assert get(f"articles/{article.key}/", rich_text="markdown", fields="body").json() == {"body": answer["body"]}


def test_markdown_reads_as_the_html_did() -> None:
    rendered = MarkdownIt("commonmark").render(markdown(HTML))

    assert tree(rendered.replace("\n", "")) == tree(HTML)


@given(st.text(alphabet="ab1. *_`[]()<>#+-=|~&\\!é", min_size=1, max_size=30).map(str.strip).filter(bool))
def test_no_letter_of_a_text_becomes_a_mark(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    html = f"<p>{escaped}</p>"

    assert tree(MarkdownIt("commonmark").render(markdown(html)).strip()) == tree(html)


@pytest.mark.parametrize(
    "html",
    [
        "<p><b>A:</b>b</p>",
        "<p>Wort<b>teil</b>e</p>",
        "<p><b>a</b><b>b</b><i>c</i></p>",
        "<p><b>bold <i>both</i></b></p>",
        "<p>a <b> b </b>c</p>",
    ],
)
def test_marks_stand_where_they_stood(html: str) -> None:
    rendered = MarkdownIt("commonmark").render(markdown(html)).strip()

    assert _marked(tree(rendered)) == _marked(tree(html))


def _marked(node: Any, marks: tuple[str, ...] = ()) -> list[tuple[str, tuple[str, ...]]]:
    """Every letter that is no space, with the marks it stands in."""
    if node["type"] == "text":
        return [(letter, marks) for letter in node["text"] if letter != " "]
    own = (*marks, node["type"]) if node["type"] in ("strong", "emphasis") else marks
    return [letter for child in node.get("children", ()) for letter in _marked(child, own)]


def test_loose_words_in_a_list_are_paragraphs() -> None:
    (entries,) = tree("<ol><li> one <sup>2</sup><ul><li>two</li></ul></li></ol>")["children"]
    item = entries["children"][0]

    assert entries["ordered"] is True
    assert [child["type"] for child in item["children"]] == ["paragraph", "list"]


def test_a_shape_must_tell_where_its_rich_text_stands() -> None:
    from typing_extensions import TypedDict

    from cms.publishing.rich_text import RichText

    class One(TypedDict):
        text: RichText

    class Other(TypedDict):
        words: RichText

    with pytest.raises(UnclearRichTextError):
        RichTextFields(One | Other)


def test_trees_fit_the_schema(get: Get) -> None:
    from jsonschema import Draft202012Validator

    from cms.api.schema.views import openapi

    components = openapi()["components"]
    html = "<h2>T</h2><p>a<br/><i>b</i></p><ul><li>x</li></ul><blockquote><p>q</p></blockquote><hr/>"
    validator = Draft202012Validator({"$ref": "#/components/schemas/RichText", "components": components})

    assert validator.is_valid(tree(html))
    assert validator.is_valid(markdown(html))
    assert not validator.is_valid({"type": "root", "children": [{"type": "unheard"}]})
