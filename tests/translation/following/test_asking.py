"""Where the policy is to ask, the editor is asked at once; other ways leave a question that nobody overlooks."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import APIToken

from articles.models import ArticleIndexPage, PressReleasePage
from cms.core.models import User
from cms.publishing.models import Edition
from cms.translation.models import FollowQuestion
from partnerships.models import Municipality

SignIn = Callable[[str], Client]

pytestmark = pytest.mark.django_db


def question_address() -> str:
    return reverse("translation_follow", args=[FollowQuestion.objects.get().pk])


def choices(response: Any) -> list[Any]:
    return [choice for _work, offered in response.context["works"] for choice in offered]


def test_the_editor_who_moves_a_page_is_asked_about_its_translations(
    release: PressReleasePage,
    russian: PressReleasePage,
    english: PressReleasePage,
    archive: dict[str, ArticleIndexPage],
    sign_in: SignIn,
) -> None:
    client = sign_in("Publishers")
    response = client.post(reverse("wagtailadmin_pages:move_confirm", args=[release.pk, archive["de"].pk]))
    assert response["Location"].startswith(question_address())
    page = client.get(response["Location"])
    with override("en"):
        offered = {choice.code: (choice.checked, bool(choice.obstacle)) for choice in choices(page)}
    assert offered == {"ru": (True, False), "en": (False, True)}, "in English there is no such place"
    html = page.content.decode()
    assert html.count('type="checkbox"') == 1
    client.post(question_address(), {"action": "follow", "target": [c.value for c in choices(page) if c.checked]})
    assert PressReleasePage.objects.get(pk=russian.pk).get_parent().pk == archive["ru"].pk
    assert not FollowQuestion.objects.exists(), "nobody asked for the English page"


def test_leaving_all_closes_the_question(release: PressReleasePage, russian: PressReleasePage, sign_in: SignIn) -> None:
    client = sign_in("Publishers")
    client.post(reverse("wagtailadmin_pages:unpublish", args=[release.pk]))
    client.post(question_address(), {"action": "leave"})
    assert not FollowQuestion.objects.exists()
    assert Edition.objects.filter(key=release.translation_key).count() == 1


def test_what_is_not_selected_stays(
    release: PressReleasePage, russian: PressReleasePage, english: PressReleasePage, sign_in: SignIn
) -> None:
    client = sign_in("Publishers")
    client.post(reverse("wagtailadmin_pages:unpublish", args=[release.pk]))
    client.post(question_address(), {"action": "follow", "target": [f"articles.pressreleasepage:{russian.pk}"]})
    assert set(Edition.objects.values_list("locale", flat=True).filter(key=release.translation_key)) == {"en"}


def test_a_question_that_settled_itself_is_dropped(
    release: PressReleasePage, russian: PressReleasePage, sign_in: SignIn
) -> None:
    client = sign_in("Publishers")
    client.post(reverse("wagtailadmin_pages:unpublish", args=[release.pk]))
    russian.unpublish()
    assert client.get(question_address()).status_code == 302
    assert not FollowQuestion.objects.exists()


def test_a_second_move_replaces_the_question_about_the_first(
    release: PressReleasePage, russian: PressReleasePage, archive: dict[str, ArticleIndexPage], sign_in: SignIn
) -> None:
    home = release.get_parent().get_parent()
    before = release.get_parent().translation_key
    release.move(home, pos="last-child")
    PressReleasePage.objects.get(pk=release.pk).move(archive["de"], pos="last-child")
    work = FollowQuestion.objects.get().works.get()
    assert (work.former_parent, work.parent) == (before, archive["de"].translation_key)
    assert [choice.checked for choice in choices(sign_in("Publishers").get(question_address()))] == [True]


def test_who_may_not_decide_is_told_that_somebody_has_to(
    release: PressReleasePage, russian: PressReleasePage, sign_in: SignIn
) -> None:
    release.unpublish()
    assert sign_in("Translators (ru)").get(question_address()).status_code == 302
    assert sign_in("Translators (ru)").get(reverse("translation_follow_list")).status_code == 302
    assert sign_in("Editors").get(question_address()).status_code == 200


def test_an_editor_cannot_unpublish_by_answering(
    release: PressReleasePage, russian: PressReleasePage, sign_in: SignIn
) -> None:
    release.unpublish()
    editor = sign_in("Editors")
    assert all(choice.obstacle for choice in choices(editor.get(question_address())))
    editor.post(question_address(), {"action": "follow", "target": [f"articles.pressreleasepage:{russian.pk}"]})
    assert PressReleasePage.objects.get(pk=russian.pk).live
    assert FollowQuestion.objects.exists(), "it waits for somebody who may"


def test_bulk_actions_and_programs_leave_a_question_on_the_home_page(
    release: PressReleasePage, russian: PressReleasePage, sign_in: SignIn, administrator: User, settings: Any
) -> None:
    client = sign_in("Publishers")
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    response = client.post(f"{address}?id={release.pk}&next=/admin/", {"include_descendants": ""}, follow=True)
    assert question_address() in response.content.decode(), "the message leads to it"
    assert reverse("translation_follow_list") in client.get(reverse("wagtailadmin_home")).content.decode()
    listed = client.get(reverse("translation_follow_list")).content.decode()
    assert "Vierzig Jahre Freundschaft" in listed


def test_programs_act_on_behalf_of_their_owner(
    release: PressReleasePage, russian: PressReleasePage, administrator: User, settings: Any, policy: Any
) -> None:
    settings.WAGTAIL_API_V3 = True
    token = APIToken.generate_token()
    APIToken.objects.create(user=administrator, name="test", key_hash=APIToken.hash_token(token), prefix=token[:12])
    policy(address="follow")
    response = Client().patch(
        f"/api/wagtail/v3/pages/{release.pk}/",
        {"slug": "vierzig", "meta": {"type": "articles.PressReleasePage", "action": "publish"}},
        content_type="application/json",
        headers={"Authorization": f"Bearer {token}"},
    )
    assert response.status_code == 200, response.content
    unpublished = Client().post(
        f"/api/wagtail/v3/pages/{release.pk}/actions/unpublish/",
        {},
        content_type="application/json",
        headers={"Authorization": f"Bearer {token}"},
    )
    assert unpublished.status_code == 200
    assert FollowQuestion.objects.get(happening="unpublished").user == administrator


def test_a_library_entry_taken_down_in_the_admin_asks(
    town: Municipality, russian_town: Municipality, sign_in: SignIn
) -> None:
    client = sign_in("Publishers")
    response = client.post(reverse("wagtailsnippets_partnerships_municipality:unpublish", args=[town.pk]))
    assert response["Location"].startswith(question_address())
    client.post(question_address(), {"action": "follow", "target": [f"partnerships.municipality:{russian_town.pk}"]})
    assert not Edition.objects.filter(key=town.translation_key).exists()


def test_the_policy_is_for_publishers(release: PressReleasePage, sign_in: SignIn) -> None:
    address = reverse("wagtailsettings:edit", args=["translation", "followpolicy"])
    assert sign_in("Publishers").get(address, follow=True).status_code == 200
    assert sign_in("Editors").get(address).status_code == 302
    assert sign_in("Editors").get(address)["Location"] == reverse("wagtailadmin_home")


@pytest.mark.parametrize("many", [False, True])
def test_no_query_for_each_question(
    many: bool, release: PressReleasePage, russian: PressReleasePage, sign_in: SignIn, django_assert_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    release.unpublish()
    client = sign_in("Publishers")
    client.get(reverse("translation_follow_list"))
    if many:
        for _number in range(4):
            FollowQuestion.objects.create(happening="moved")
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse("translation_follow_list"))
    assert len(queries) <= 12


def rename(client: Client, page: PressReleasePage, slug: str) -> Any:
    page = PressReleasePage.objects.get(pk=page.pk)
    page.slug = slug
    page.save_revision().publish()
    return page


def test_a_new_address_of_the_source_offers_one_from_the_translated_title(
    release: PressReleasePage, russian: PressReleasePage, sign_in: SignIn, client: Client
) -> None:
    russian_page = PressReleasePage.objects.get(pk=russian.pk)
    russian_page.slug = "сорок"
    russian_page.save()
    rename(client, release, "vierzig-jahre-partnerschaft")
    editor = sign_in("Publishers")
    asked = editor.get(question_address())
    (choice,) = choices(asked)
    assert "сорок-лет-дружбы" in choice.effect
    assert not choice.checked, "readers know its address; it changes only when somebody says so"
    editor.post(question_address(), {"action": "follow", "target": [choice.value]})
    renamed = PressReleasePage.objects.get(pk=russian.pk)
    assert renamed.slug == "сорок-лет-дружбы"
    assert renamed.latest_revision.content["slug"] == renamed.slug, "the next publication keeps it"


def test_the_same_slug_stays_the_same_and_cyrillic_addresses_redirect(
    release: PressReleasePage, english: PressReleasePage, policy: Any, django_capture_on_commit_callbacks: Any
) -> None:
    english = PressReleasePage.objects.get(pk=english.pk)
    english.slug = release.slug
    english.save()
    policy(address="follow")
    before = english.url_path
    with django_capture_on_commit_callbacks(execute=True):
        rename(Client(), release, "мир-2026")
    assert PressReleasePage.objects.get(pk=english.pk).slug == "мир-2026"
    assert before.endswith(f"/{release.slug}/")
    old = [redirect.old_path for redirect in Redirect.objects.all()]
    assert f"/en/presse/{release.slug}" in old or any(path.startswith("/en/") for path in old)
    response = Client().get(next(path for path in old if path.startswith("/en/")) + "/")
    assert response.status_code == 301
    assert Client().get(response["Location"]).status_code == 200


def test_an_address_that_a_translator_typed_stays(release: PressReleasePage, submit: Any, policy: Any) -> None:
    from cms.translation.operations.publish import PublishTranslation

    from ..conftest import RUSSIAN, translate

    translation = submit(release, "ru")
    translate(translation, RUSSIAN | {release.slug: "дружба-40"})
    PublishTranslation(translation=translation).execute()
    policy(address="follow")
    rename(Client(), release, "anders")
    assert PressReleasePage.objects.get(pk=translation.get_target_instance().pk).slug == "дружба-40"
    assert not FollowQuestion.objects.exists()
