"""Whatever a form or an address carries, the answer is never an error of the server."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail_localize.models import OverridableSegment, StringSegment, Translation

from articles.models import PressReleasePage
from cms.translation.models import Comment, FollowQuestion, Job, Release, Target
from cms.translation.operations.hand_in import HandInTranslation
from cms.translation.releases.admin.view import release_address
from partnerships.models import Municipality

from .conftest import RUSSIAN, edit_url, translate

Submit = Callable[..., Translation]
SignIn = Callable[[str], Client]

pytestmark = [pytest.mark.django_db, pytest.mark.transactions]

NUMBERS = ("-1", "²", str(2**63 - 1))
TEXTS = ("", "a\x00b", "'\"<%s%(x)s{}", "я" * 20_000)
HUGE = (0, 2**63 - 1)


@pytest.fixture
def linked(town: Municipality, submit: Submit) -> Translation:
    """A translation that also has a link of its own."""
    town.intro = '<p>Siehe <a href="https://www.example.org/">hier</a>.</p>'
    town.save_revision().publish()
    return submit(Municipality.objects.get(pk=town.pk), "ru")


def answers(client: Client, method: str, address: str, data: Any = None, **more: Any) -> int:
    status = getattr(client, method)(address, data or {}, **more).status_code
    assert status < 500, (method, address, data)
    return int(status)


def forged(names: tuple[str, ...]) -> Iterator[dict[str, str]]:
    for name in names:
        for value in (*NUMBERS, *TEXTS):
            yield {name: value}


def test_the_workbench(linked: Translation, sign_in: SignIn) -> None:
    client, address = sign_in("Translators (ru)"), edit_url(linked.get_target_instance())
    segment = StringSegment.objects.filter(source=linked.source).order_by("order")[0]
    key = f"{segment.context_id}-{segment.string_id}"
    link = OverridableSegment.objects.get(source=linked.source)
    for name in ("show", "q", "p", "string", "edit_from", "missing"):
        for value in (*NUMBERS, *TEXTS[:-1]):
            answers(client, "get", address, {name: value})
    names = (
        "accept",
        "edit_from",
        "at",
        "resolve",
        "reset",
        f"text-{key}",
        f"comment-{segment.context_id}",
        "comment-work",
        f"override-{link.context_id}",
    )
    for data in forged(names):
        answers(client, "post", address, data)
    for number in NUMBERS:
        for name in (f"text-{number}-{number}", f"text-{segment.context_id}-{number}", f"text-{number}"):
            answers(client, "post", address, {name: "Проба", f"seen-{number}": number})
        answers(client, "post", address, {f"comment-{number}": "Wie?", f"answer-{number}": "So."})
    for text in TEXTS:
        answers(client, "post", address, {"action": text, "remark": text})
        answers(client, "post", address, {f"text-{key}": "Проба", f"seen-{key}": text})


def test_a_remark_of_any_kind(linked: Translation, sign_in: SignIn) -> None:
    translate(linked, RUSSIAN | {'Siehe <a id="a1">hier</a>.': 'См. <a id="a1">здесь</a>.'})
    HandInTranslation(translation=linked).execute()
    address = edit_url(linked.get_target_instance())
    assert answers(sign_in("Moderators"), "post", address, {"action": "reject", "remark": "a\x00b"}) == 302
    assert linked.get_target_instance().current_workflow_state.status == "needs_changes"


def test_single_strings(linked: Translation, sign_in: SignIn) -> None:
    client = sign_in("Translators (ru)")
    segment = StringSegment.objects.filter(source=linked.source).order_by("order")[0]
    for text in TEXTS:
        address = reverse("translation_string", args=[linked.pk, segment.context_id, segment.string_id])
        answers(client, "post", address, {"text": text, "seen": text})
    for number in HUGE:
        for place in ((number, 1, 1), (linked.pk, number, segment.string_id), (linked.pk, segment.context_id, number)):
            answers(client, "post", reverse("translation_string", args=place), {"text": "Проба", "seen": ""})
        for place in ((number, 1), (linked.pk, number)):
            answers(client, "get", reverse("translation_string_history", args=place))
    history = reverse("translation_string_history", args=[linked.pk, segment.context_id])
    for data in forged(("change", "string", "seen")):
        answers(client, "post", history, {"string": str(segment.string_id)} | data)
        answers(client, "get", history, data)


def test_wagtail_localizes_own_addresses(linked: Translation, sign_in: SignIn) -> None:
    client = sign_in("Translators (ru)")
    segment = StringSegment.objects.filter(source=linked.source).order_by("order")[0]
    link = OverridableSegment.objects.get(source=linked.source)
    kind = "application/x-www-form-urlencoded"
    for name, pk in (("edit_string_translation", segment.pk), ("edit_override", link.pk)):
        for place in ((linked.pk, pk), *((linked.pk, number) for number in HUGE), *((number, pk) for number in HUGE)):
            for body in (b"value=%00", b"value=%ff%fe", b"\xff\xfe", b"value=" + b"a" * 10_000, b""):
                address = reverse(f"wagtail_localize:{name}", args=place)
                answers(client, "put", address, body, content_type=kind)
    for number in HUGE:
        for name in ("preview_translation", "download_pofile", "stop_translation"):
            answers(client, "get", reverse(f"wagtail_localize:{name}", args=[number]))
    upload = reverse("wagtail_localize:upload_pofile", args=[linked.pk])
    header = f'msgid ""\nmsgstr ""\n"X-WagtailLocalize-TranslationID: {linked.uuid}\\n"\n\n'
    for content in (
        b"",
        b"\x00",
        b"\xff\xfe\x00",
        b"/etc/passwd",
        b"msgid",
        header.encode(),
        (header + 'msgctxt "name"\nmsgid "K\xf6ln"\nmsgstr "a\x00b"\n').encode(),
        (header + 'msgctxt "name"\nmsgid "K\xf6ln"\nmsgstr "' + "a" * 300 + '"\n').encode(),
        header.replace("TranslationID", "TranslationID: x\\nX-Exported-At").encode(),
    ):
        answers(client, "post", upload, {"file": SimpleUploadedFile("a.po", content)})
    answers(client, "post", upload, {"file": "no file"})


def test_comments_and_assigning(linked: Translation, sign_in: SignIn) -> None:
    target = Target.objects.get(translation_key=linked.source.object_id, locale=linked.target_locale)
    for group in ("Translators (ru)", "Editors"):
        client = sign_in(group)
        comments = reverse("translation_comments", args=[target.pk])
        for data in forged(("thread", "context", "text", "action", "next")):
            answers(client, "post", comments, {"text": "Wie?"} | data)
        assign = reverse("translation_assign", args=[target.pk])
        for data in forged(("translator", "due", "note", "action", "next")):
            answers(client, "post", assign, data)
        for number in HUGE:
            for name in ("translation_comments", "translation_assign"):
                answers(client, "get", reverse(name, args=[number]))
    assert Comment.objects.exists()


def test_lists_and_jobs(linked: Translation, release: PressReleasePage, sign_in: SignIn) -> None:
    client = sign_in("Editors")
    for name in ("locale", "state", "mark", "assignee", "due", "content_type", "section", "q", "p", "ordering"):
        for value in (*NUMBERS, *TEXTS[:-1]):
            answers(client, "get", reverse("translation_matrix"), {name: value})
            answers(client, "get", reverse("translation_matrix_results"), {name: value})
    for value in (*NUMBERS, *TEXTS[:-1]):
        answers(client, "get", reverse("translation_matrix"), {"q": value, "export": "csv"})
        query = {"with": value, "all": value}
        answers(client, "get", reverse("translation_changes", args=[linked.source.object_id, "ru"]), query)
        for name in ("kind", "status", "p", "ordering"):
            answers(client, "get", reverse("translation_jobs"), {name: value})
    order = reverse("translation_job_order")
    selections = ("work", "section", "type", "library", "matrix", "pages", "entries", "listing", "below", "found")
    for data in forged(selections):
        answers(client, "get", order, data)
        answers(client, "post", order, data | {"step": "confirm", "kind": "submit"})
        answers(client, "post", order, data | {"listing": "q=%00&p=-1"})
    for value in (*NUMBERS, *TEXTS):
        for data in (
            {"matrix": f"q={value}&locale={value}"},
            {"pages": str(release.get_parent().pk), "listing": value},
        ):
            answers(client, "post", order, data)
    for data in forged(("kind", "locales", "text", "translator", "due", "note", "step", "next")):
        for kind in ("submit", "assign"):
            answers(client, "post", order, {"library": "1", "step": "confirm", "kind": kind, "locales": "1"} | data)
    for number in HUGE:
        for name in ("", "_results", "_progress", "_cancel", "_repeat"):
            for method in ("get", "post"):
                answers(client, method, reverse(f"translation_job{name}", args=[number]))
    assert not Job.objects.exists()


def test_releases_and_following(linked: Translation, town: Municipality, sign_in: SignIn) -> None:
    client = sign_in("Publishers")
    address = release_address(town)
    for data in forged(("go_live_at", f"locale_{linked.target_locale_id}", "action")):
        answers(client, "post", address, {"action": "plan"} | data)
    for value in (*NUMBERS, "a_3Cb"):
        for model in (("partnerships", "municipality"), ("auth", "user"), ("articles", "pressreleasepage"), ("x", "y")):
            answers(client, "get", reverse("translation_release", args=[*model, value]))
    assert not Release.objects.exists()
    question = FollowQuestion.objects.create(happening="unpublished")
    for data in forged(("target", "action", "next")):
        question.save()
        answers(client, "post", reverse("translation_follow", args=[question.pk]), {"action": "follow"} | data)
        question = FollowQuestion.objects.create(happening="unpublished")
    for number in HUGE:
        answers(client, "get", reverse("translation_follow", args=[number]))


def test_a_target_that_was_deleted_meanwhile(linked: Translation, sign_in: SignIn) -> None:
    """wagtail-localize answers with an error of the server."""
    client = sign_in("Translators (ru)")
    segment = StringSegment.objects.filter(source=linked.source).order_by("order")[0]
    target = linked.get_target_instance()
    address = edit_url(target)
    Municipality.objects.filter(pk=target.pk).delete()
    string = reverse("translation_string", args=[linked.pk, segment.context_id, segment.string_id])
    answer = client.post(string, {"text": "Проба", "seen": ""})
    assert answer.status_code == 410
    assert answer.json()["message"]
    answers(client, "post", address, {f"text-{segment.context_id}-{segment.string_id}": "Проба"})
    history = reverse("translation_string_history", args=[linked.pk, segment.context_id])
    assert answers(client, "get", history) == 302
    own = reverse("wagtail_localize:edit_string_translation", args=[linked.pk, segment.pk])
    assert answers(client, "put", own, b"value=a", content_type="application/x-www-form-urlencoded") == 410
    for name in ("preview_translation", "download_pofile"):
        assert answers(client, "get", reverse(f"wagtail_localize:{name}", args=[linked.pk])) == 302
