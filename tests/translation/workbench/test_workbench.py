"""What a translator sees and does in the workbench, without JavaScript."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from articles.models import PressReleasePage
from cms.publishing.models import Edition
from cms.translation.models import Comment, Proposal, StringChange, Target
from cms.translation.workbench.panels import places_of_fields
from cms.translation.workbench.places import Places
from partnerships.models import Milestone, Municipality, Partnership
from tests.translation.conftest import RUSSIAN, edit_url, translate

Submit = Callable[..., Translation]
SignIn = Callable[[str], Client]

pytestmark = pytest.mark.django_db

QUERIES_FOR_THE_PAGE = 40


@pytest.fixture(params=["page", "snippet"])
def work(request: pytest.FixtureRequest) -> Any:
    """A published work, as a page and as a library entry."""
    return request.getfixturevalue("release" if request.param == "page" else "town")


def told(response: Any) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def page_of(response: Any) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def form_of(page: BeautifulSoup) -> dict[str, str]:
    """What a browser would send back of the form."""
    form = page.select_one("[data-tw-form]")
    assert form is not None
    fields = {str(field["name"]): str(field.get("value", "")) for field in form.select("input[name]")}
    return fields | {str(field["name"]): field.text.removeprefix("\n") for field in form.select("textarea[name]")}


def key_of(translation: Translation, text: str) -> str:
    segment = StringSegment.objects.get(source=translation.source, string__data=text)
    return f"{segment.context_id}-{segment.string_id}"


def stored(translation: Translation, text: str) -> str | None:
    found = StringTranslation.objects.filter(
        translation_of__data=text, locale=translation.target_locale, context__object_id=translation.source.object_id
    )
    return found.values_list("data", flat=True).first()


def test_the_edit_address_shows_every_string_with_its_place_and_languages(
    work: Any, submit: Submit, sign_in: SignIn
) -> None:
    translation = submit(work, "ru")
    translate(translation, RUSSIAN)
    page = page_of(sign_in("Translators (ru)").get(edit_url(translation.get_target_instance())))
    fields = page.select("textarea[name^=text-]")
    assert {field.text.strip() for field in fields} >= {RUSSIAN[str(work)]}
    for field in fields:
        assert field["lang"] == "ru"
        label = page.select_one(f"label[for={field['id']}]")
        assert label is not None
        source = page.select_one(f"#{str(field['aria-describedby']).split()[0]}")
        assert source is not None
        assert source["lang"] == "de"
        assert source.text
    assert page.select_one("progress")["value"] == "100"


def test_strings_stand_in_the_order_of_the_sources_editor(
    release: PressReleasePage, submit: Submit, sign_in: SignIn
) -> None:
    translation = submit(release, "ru")
    page = page_of(sign_in("Translators (ru)").get(edit_url(translation.get_target_instance())))
    sources = [text.text for text in page.select(".tw-source__text")]
    assert sources == [
        "Vierzig Jahre Freundschaft",
        "Zwei Städte feiern.",
        "Erster Absatz.",
        "Zweiter Absatz.",
        "vierzig-jahre",
    ]


def test_all_that_was_typed_is_saved_with_one_button(work: Any, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(work, "ru")
    client = sign_in("Translators (ru)")
    address = edit_url(translation.get_target_instance())
    form = form_of(page_of(client.get(address)))
    for source, text in RUSSIAN.items():
        if StringSegment.objects.filter(source=translation.source, string__data=source).exists():
            form[f"text-{key_of(translation, source)}"] = text
    response = client.post(address, form | {"action": "draft"})
    assert response.status_code == 302
    assert stored(translation, str(work)) == RUSSIAN[str(work)]
    change = StringChange.objects.get(string__data=str(work), locale=translation.target_locale)
    assert (change.text, change.origin, change.user.username) == (RUSSIAN[str(work)], "typed", "Translators (ru)")
    draft = translation.get_target_instance().latest_revision.as_object()
    assert RUSSIAN[str(work)] in str(draft)
    assert Target.objects.get(translation_key=work.translation_key, locale__language_code="ru").strings_left == 0

    before = StringChange.objects.count()
    client.post(address, form_of(page_of(client.get(address))) | {"action": "save"})
    assert StringChange.objects.count() == before, "what nobody changed is nobody's"


def test_an_emptied_text_is_removed_and_stays_in_the_history(work: Any, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(work, "ru")
    translate(translation, RUSSIAN)
    client = sign_in("Translators (ru)")
    address = edit_url(translation.get_target_instance())
    form = form_of(page_of(client.get(address)))
    client.post(address, form | {f"text-{key_of(translation, str(work))}": "  "})
    assert stored(translation, str(work)) is None
    last = StringChange.objects.filter(string__data=str(work)).latest("pk")
    assert (last.text, last.origin) == ("", "removed")


def test_the_later_of_two_translators_sees_the_others_text_and_keeps_the_own(
    work: Any, submit: Submit, sign_in: SignIn
) -> None:
    """wagtail-localize lets the last one win without a word."""
    translation = submit(work, "ru")
    address = edit_url(translation.get_target_instance())
    client, other = sign_in("Translators (ru)"), sign_in("Publishers")
    form, others = form_of(page_of(client.get(address))), form_of(page_of(other.get(address)))
    key = key_of(translation, str(work))
    second = next(name for name in form if name.startswith("text-") and name != f"text-{key}")
    other.post(address, others | {f"text-{key}": "Чужое"})

    response = client.post(address, form | {f"text-{key}": "Моё", second: "Другое", "action": "publish"})

    assert response.status_code == 409
    assert stored(translation, str(work)) == "Чужое"
    assert StringTranslation.objects.filter(data="Другое").exists(), "what does not conflict is saved"
    page = page_of(response)
    row = page.select_one(f"#string-{key}")
    assert row is not None
    assert row.select_one("textarea").text.strip() == "Моё"
    assert "Чужое" in row.text
    assert "Publishers" in row.text
    assert not Edition.objects.filter(key=work.translation_key, locale="ru").exists(), "nothing else is done"

    client.post(address, form_of(page))
    assert stored(translation, str(work)) == "Моё", "knowing the other text, it can be replaced"
    assert list(StringChange.objects.filter(string__data=str(work)).values_list("text", flat=True)) == ["Чужое", "Моё"]


def test_what_was_typed_for_a_source_that_changed_becomes_a_proposal(
    release: PressReleasePage, submit: Submit, sign_in: SignIn
) -> None:
    translation = submit(release, "ru")
    client = sign_in("Translators (ru)")
    address = edit_url(translation.get_target_instance())
    form = form_of(page_of(client.get(address)))
    key = key_of(translation, "Erster Absatz.")
    first, *others = list(release.body.raw_data)
    release.body = [first | {"value": "<p>Ein ganz anderer erster Absatz.</p>"}, *others]
    release.save_revision().publish()
    translation.source.update_from_db()

    response = client.post(address, form | {f"text-{key}": "Первый абзац."})

    assert response.status_code == 302
    proposal = Proposal.objects.get(string__data="Ein ganz anderer erster Absatz.")
    assert (proposal.text, proposal.former_source) == ("Первый абзац.", "Erster Absatz.")
    page = client.get(address).content.decode()
    assert "Первый абзац." in page


def test_what_was_typed_for_a_source_that_is_gone_is_shown_again(
    release: PressReleasePage, submit: Submit, sign_in: SignIn
) -> None:
    translation = submit(release, "ru")
    client = sign_in("Translators (ru)")
    address = edit_url(translation.get_target_instance())
    form = form_of(page_of(client.get(address)))
    key = key_of(translation, "Erster Absatz.")
    release.body = list(release.body.raw_data)[1:]
    release.save_revision().publish()
    translation.source.update_from_db()

    response = client.post(address, form | {f"text-{key}": "Первый абзац.", "action": "draft"})

    assert response.status_code == 409
    homeless = page_of(response).select_one(".tw-homeless")
    assert homeless is not None
    assert "Erster Absatz." in homeless.text
    assert "Первый абзац." in homeless.text


def test_a_proposal_is_accepted_with_one_click(release: PressReleasePage, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(release, "ru")
    segment = StringSegment.objects.get(source=translation.source, string__data="Erster Absatz.")
    Proposal.objects.create(
        locale=translation.target_locale,
        context=segment.context,
        string=segment.string,
        former_source="Erster Abstatz.",
        text="Первый абзац.",
        score=95,
    )
    client = sign_in("Translators (ru)")
    address = edit_url(translation.get_target_instance())
    page = page_of(client.get(address))
    row = page.select_one(f"#string-{key_of(translation, 'Erster Absatz.')}")
    assert row is not None
    assert row.select_one("del") is not None, "the words that changed in the source are marked"
    assert row.select_one("textarea").text.strip() == "", "a proposal does not count as a translation"
    other = f"text-{key_of(translation, release.title)}"

    client.post(address, form_of(page) | {"accept": key_of(translation, "Erster Absatz."), other: "Тоже"})

    assert stored(translation, "Erster Absatz.") == "Первый абзац."
    assert stored(translation, release.title) == "Тоже", "whatever button is pressed, typed texts are saved"
    assert not Proposal.objects.exists()
    change = StringChange.objects.get(string=segment.string)
    assert (change.origin, change.former_source) == ("accepted", "Erster Abstatz.")


def test_a_proposal_can_be_edited_first(release: PressReleasePage, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(release, "ru")
    segment = StringSegment.objects.get(source=translation.source, string__data="Erster Absatz.")
    place = {"locale": translation.target_locale, "context": segment.context, "string": segment.string}
    Proposal.objects.create(**place, former_source="Erster.", text="Первый.", score=60)
    client = sign_in("Translators (ru)")
    address = edit_url(translation.get_target_instance())
    key = key_of(translation, "Erster Absatz.")
    response = client.post(address, form_of(page_of(client.get(address))) | {"edit_from": key}, follow=True)
    assert stored(translation, "Erster Absatz.") is None
    form = form_of(page_of(response))
    assert form[f"text-{key}"].strip() == "Первый."
    client.post(address, form | {f"text-{key}": "Первый абзац."})
    assert stored(translation, "Erster Absatz.") == "Первый абзац."


def test_a_former_text_is_restored_from_the_history(work: Any, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(work, "ru")
    client = sign_in("Translators (ru)")
    address = edit_url(translation.get_target_instance())
    key = key_of(translation, str(work))
    for text in ("Первое", "Второе"):
        client.post(address, form_of(page_of(client.get(address))) | {f"text-{key}": text})
    history = reverse("translation_string_history", args=[translation.pk, key.partition("-")[0]])
    page = page_of(client.get(history))
    assert [row.select("td")[3].text.strip() for row in page.select("tbody tr")] == ["Второе", "Первое"]
    form = page.select_one("tbody form")
    assert form is not None
    values = {str(field["name"]): str(field["value"]) for field in form.select("input[name]")}
    client.post(history, values | {"change": form.select_one("button")["value"]})
    assert stored(translation, str(work)) == "Первое"
    assert StringChange.objects.latest("pk").origin == "restored"


def test_links_and_tags_of_another_source_are_refused_in_words(
    town: Municipality, submit: Submit, sign_in: SignIn
) -> None:
    town.intro = '<p>Siehe <a href="https://www.example.org/">hier</a>.</p>'
    town.save_revision().publish()
    translation = submit(Municipality.objects.get(pk=town.pk), "ru")
    client = sign_in("Translators (ru)")
    address = edit_url(translation.get_target_instance())
    source = 'Siehe <a id="a1">hier</a>.'
    key = key_of(translation, source)
    for wrong in (
        'См. <a id="a7">здесь</a>.',
        "<h2>См.</h2>",
        '<a href="https://evil.example/">здесь</a>',
        "См. <!-- --!><img src=x onerror=alert(1)> -->",  # browsers end a comment earlier than programs that check it
        "См. <![CDATA[><img src=x onerror=alert(1)>]]>",
    ):
        response = client.post(address, form_of(page_of(client.get(address))) | {f"text-{key}": wrong})
        assert response.status_code == 409
        row = page_of(response).select_one(f"#string-{key}")
        assert row is not None
        assert row.select_one("textarea").text.strip() == wrong
        assert row.select_one("[data-tw-trouble]").text.strip()
        assert stored(translation, source) is None
    right = 'См. <a id="a1">здесь</a> & там.'
    client.post(address, form_of(page_of(client.get(address))) | {f"text-{key}": right})
    assert stored(translation, source) == 'См. <a id="a1">здесь</a> &amp; там.'
    assert form_of(page_of(client.get(address)))[f"text-{key}"] == right


def test_a_link_leads_elsewhere_in_this_language_and_back(town: Municipality, submit: Submit, sign_in: SignIn) -> None:
    town.intro = '<p>Siehe <a href="https://www.example.org/">hier</a>.</p>'
    town.save_revision().publish()
    translation = submit(Municipality.objects.get(pk=town.pk), "ru")
    translate(translation, {"Köln": "Кёльн", 'Siehe <a id="a1">hier</a>.': 'См. <a id="a1">здесь</a>.'})
    client = sign_in("Translators (ru)")
    address = edit_url(translation.get_target_instance())
    form = form_of(page_of(client.get(address)))
    name = next(name for name in form if name.startswith("override-") and "seen" not in name)
    for wrong in (
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "/\\evil.example",
        "a\x00b:c",
    ):
        assert client.post(address, form | {name: wrong}).status_code == 409
    client.post(address, form | {name: "https://www.example.org/ru/", "action": "draft"})
    draft = translation.get_target_instance().latest_revision.as_object()
    assert 'href="https://www.example.org/ru/"' in draft.intro
    client.post(address, form_of(page_of(client.get(address))) | {"reset": name.removeprefix("override-")})
    client.post(address, {"action": "draft"})
    assert 'href="https://www.example.org/"' in translation.get_target_instance().latest_revision.as_object().intro


def test_plain_text_needs_no_entities(town: Municipality, submit: Submit, sign_in: SignIn) -> None:
    """wagtail-localize shows and takes inline HTML for fields of plain text."""
    town.name = "Köln & Deutz"
    town.save_revision().publish()
    translation = submit(Municipality.objects.get(pk=town.pk), "en")
    client = sign_in("Translators (en)")
    address = edit_url(translation.get_target_instance())
    key = key_of(translation, "Köln &amp; Deutz")
    client.post(address, form_of(page_of(client.get(address))) | {f"text-{key}": "Cologne & <Deutz>"})
    client.post(address, {"action": "draft"})
    assert translation.get_target_instance().latest_revision.as_object().name == "Cologne & <Deutz>"
    assert form_of(page_of(client.get(address)))[f"text-{key}"] == "Cologne & <Deutz>"


def test_a_refusal_leads_to_what_is_missing(work: Any, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(work, "ru")
    client = sign_in("Publishers")
    response = client.post(edit_url(translation.get_target_instance()), {"action": "publish"}, follow=True)
    links = [link["href"] for link in page_of(response).select(".tw-missing[open] a")]
    assert f"?string={key_of(translation, str(work))}#string-{key_of(translation, str(work))}" in links


def test_a_locked_translation_is_shown_and_keeps_what_was_typed_in_the_form(
    release: PressReleasePage, submit: Submit, sign_in: SignIn
) -> None:
    translation = submit(release, "ru")
    client = sign_in("Translators (ru)")
    address = edit_url(translation.get_target_instance())
    form = form_of(page_of(client.get(address)))
    PressReleasePage.objects.filter(locale=translation.target_locale).update(locked=True)
    key = key_of(translation, release.title)
    response = client.post(address, form | {f"text-{key}": "Проба"})
    assert response.status_code == 409
    row = page_of(response).select_one(f"#string-{key}")
    assert row is not None
    assert row.select_one("textarea").text.strip() == "Проба"
    assert not StringTranslation.objects.exists()
    page = page_of(client.get(address))
    assert all(field.has_attr("readonly") for field in page.select("textarea[name^=text-]"))
    assert page.select_one("button[name=action][value=draft]") is None


def test_a_moderator_asks_for_changes_with_a_remark_and_then_approves(
    work: Any, submit: Submit, sign_in: SignIn
) -> None:
    translation = submit(work, "ru")
    translate(translation, RUSSIAN)
    target = translation.get_target_instance()
    address = edit_url(target)
    translator, moderator = sign_in("Translators (ru)"), sign_in("Moderators")
    translator.post(address, {"action": "submit"})
    actions = {button["value"] for button in page_of(moderator.get(address)).select("button[name=action]")}
    assert {"approve", "reject"} <= actions
    assert translator.post(address, {"action": "approve"}).status_code == 302
    assert not Edition.objects.filter(key=work.translation_key, locale="ru").exists(), "not by whoever handed it in"

    moderator.post(address, {"action": "reject", "remark": "Bitte kürzer."})
    assert "Bitte kürzer." in translator.get(address).content.decode()
    translator.post(address, {"action": "submit"})
    moderator.post(address, {"action": "approve"})
    assert Edition.objects.get(key=work.translation_key, locale="ru").title == RUSSIAN[str(work)]


def test_a_publisher_takes_it_off_the_site_and_keeps_the_strings(work: Any, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(work, "ru")
    translate(translation, RUSSIAN)
    client = sign_in("Publishers")
    address = edit_url(translation.get_target_instance())
    client.post(address, {"action": "publish"})
    assert Edition.objects.filter(key=work.translation_key, locale="ru").exists()
    assert page_of(client.get(address)).select_one("button[name=action][value=withdraw]") is not None
    client.post(address, {"action": "withdraw"})
    assert not Edition.objects.filter(key=work.translation_key, locale="ru").exists()
    assert stored(translation, str(work)) == RUSSIAN[str(work)]


def test_comments_are_written_answered_and_closed_in_the_same_form(work: Any, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(work, "ru")
    address = edit_url(translation.get_target_instance())
    translator, editor = sign_in("Translators (ru)"), sign_in("Publishers")
    key = key_of(translation, str(work))
    place = f"comment-{key.partition('-')[0]}"
    translator.post(address, {place: "Wie heißt das?", f"text-{key}": "Проба", f"seen-{key}": ""})
    thread = Comment.objects.get()
    assert thread.text == "Wie heißt das?"
    page = page_of(editor.get(address))
    assert "Wie heißt das?" in page.select_one(f"#string-{key}").text
    editor.post(address, {f"answer-{thread.pk}": "Genau so."})
    editor.post(address, {"resolve": str(thread.pk)})
    thread.refresh_from_db()
    assert thread.resolved_at is not None
    assert [answer.text for answer in thread.answers.all()] == ["Genau so."]


def test_filters_and_search_show_some_of_the_strings(
    release: PressReleasePage, submit: Submit, sign_in: SignIn
) -> None:
    translation = submit(release, "ru")
    translate(translation, {"Erster Absatz.": "Первый абзац."})
    client = sign_in("Translators (ru)")
    address = edit_url(translation.get_target_instance())

    def shown(query: str) -> set[str]:
        return {text.text for text in page_of(client.get(address + query)).select(".tw-source__text")}

    assert shown("?show=translated") == {"Erster Absatz."}
    assert shown("?show=untranslated") == {release.title, "Zwei Städte feiern.", "Zweiter Absatz."}
    assert shown("?q=первый") == {"Erster Absatz."}
    assert shown("?q=Zweiter") == {"Zweiter Absatz."}
    assert shown("?show=error") == set()
    assert shown(f"?show=error&string={key_of(translation, 'Zweiter Absatz.')}") >= {"Zweiter Absatz."}


def _long(release: PressReleasePage, paragraphs: int) -> PressReleasePage:
    release.body = [("paragraph", f"<p>Absatz Nummer {number}.</p>") for number in range(paragraphs)]
    release.save_revision().publish()
    return PressReleasePage.objects.get(pk=release.pk)


def test_a_long_text_comes_in_pages_that_links_know(release: PressReleasePage, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(_long(release, 120), "ru")
    client = sign_in("Translators (ru)")
    address = edit_url(translation.get_target_instance())
    page = page_of(client.get(address))
    assert len(page.select("[data-tw-string]")) == 50
    last = key_of(translation, "Absatz Nummer 119.")
    assert page.select_one(f"#string-{last}") is None
    assert page_of(client.get(f"{address}?string={last}")).select_one(f"#string-{last}") is not None


def test_the_page_takes_as_many_queries_for_200_strings_as_for_5(
    release: PressReleasePage, town: Municipality, submit: Submit, sign_in: SignIn, locales: dict[str, Locale]
) -> None:
    """wagtail-localize asks 350 to 665 times for a page of 100 strings."""
    client = sign_in("Translators (ru)")
    short = edit_url(submit(release, "ru").get_target_instance())
    client.get(short)
    with CaptureQueriesContext(connection) as few:
        client.get(short)
    translation = submit(_long(release, 200), "ru")
    translation.source.update_from_db()
    long = edit_url(translation.get_target_instance())
    translate(translation, {f"Absatz Nummer {number}.": f"Абзац {number}." for number in range(0, 200, 3)})
    with CaptureQueriesContext(connection) as many:
        response = client.get(long)
    assert StringSegment.objects.filter(source=translation.source).count() > 200
    assert "Абзац 3." in response.content.decode()
    assert len(many) <= len(few)
    assert len(many) <= QUERIES_FOR_THE_PAGE


def test_who_may_not_change_the_target_sees_no_workbench(work: Any, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(work, "ru")
    client = sign_in("Translators (en)")
    key = key_of(translation, str(work))
    for response in (
        client.get(edit_url(translation.get_target_instance())),
        client.post(edit_url(translation.get_target_instance()), {f"text-{key}": "x", f"seen-{key}": ""}),
        client.get(reverse("translation_string_history", args=[translation.pk, key.partition("-")[0]])),
    ):
        assert response.status_code in {302, 403}
    assert not StringTranslation.objects.exists()


def test_library_entries_are_previewed_as_pages_are(work: Any, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(work, "ru")
    translate(translation, RUSSIAN)
    client = sign_in("Translators (ru)")
    link = page_of(client.get(edit_url(translation.get_target_instance()))).select_one(
        ".tw-head__links a[target=_blank]"
    )
    assert link is not None
    response = client.get(str(link["href"]))
    assert response.status_code == 200


def test_a_target_is_locked_and_unlocked_from_the_workbench(work: Any, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(work, "ru")
    client = sign_in("Publishers")
    address = edit_url(translation.get_target_instance())
    for locked in (True, False):
        buttons = page_of(client.get(address)).select(".tw-more__buttons form")
        form = next(form for form in buttons if "lock" in str(form["action"]))
        client.post(str(form["action"]), {"next": address})
        assert translation.get_target_instance().locked is locked


def test_whoever_handed_it_in_takes_it_back(work: Any, submit: Submit, sign_in: SignIn) -> None:
    translation = submit(work, "ru")
    translate(translation, RUSSIAN)
    client = sign_in("Translators (ru)")
    address = edit_url(translation.get_target_instance())
    client.post(address, {"action": "submit"})
    assert page_of(client.get(address)).select_one("button[value=cancel]") is not None
    sign_in("Translators (en)").post(address, {"action": "cancel"})
    assert translation.get_target_instance().workflow_in_progress
    client.post(address, {"action": "cancel"})
    assert not translation.get_target_instance().workflow_in_progress


def test_child_rows_stand_where_the_editor_has_them() -> None:
    places = Places(Partnership, {"milestones": [{"translation_key": "other"}, {"translation_key": "this"}]})
    place = places.at("milestones.this.wording")
    heading = places_of_fields(Partnership)["milestones"].heading
    wording = str(Milestone._meta.get_field("wording").verbose_name)
    assert (place.group, place.label.lower()) == (f"{heading} 2", wording.lower())
