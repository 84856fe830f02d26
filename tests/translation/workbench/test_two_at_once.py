"""Two translators who save the same string in the same moment, on the database that has real concurrency."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from articles.models import PressReleasePage
from cms.core.models import User
from cms.translation.models import StringChange
from cms.translation.seen import Seen
from tests.translation.conftest import edit_url

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def _translator(name: str) -> Client:
    user = User.objects.create(username=name, email=f"{name}@example.org")
    user.groups.add(Group.objects.get(name="Translators (ru)"))
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("way", ["script", "form"])
def test_one_is_stored_and_the_other_is_told(
    way: str,
    release: PressReleasePage,
    submit: Callable[..., Translation],
) -> None:
    translation = submit(release, "ru")
    segment = StringSegment.objects.get(source=translation.source, string__data=release.title)
    clients = [_translator("anna"), _translator("boris")]
    seen = str(Seen.of(release.title, ""))
    if way == "script":
        address = reverse("translation_string", args=[translation.pk, segment.context_id, segment.string_id])
        names = ("text", "seen")
    else:
        address = edit_url(translation.get_target_instance())
        names = (f"text-{segment.context_id}-{segment.string_id}", f"seen-{segment.context_id}-{segment.string_id}")
    together = threading.Barrier(2)
    answers: list[Any] = []

    def save(client: Client, text: str) -> None:
        try:
            together.wait()
            answers.append(client.post(address, dict(zip(names, (text, seen), strict=True))))
        finally:
            connection.close()

    texts = ("Одно", "Другое")
    threads = [threading.Thread(target=save, args=both) for both in zip(clients, texts, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answer.status_code for answer in answers) in ([200, 409], [302, 409])
    stored = StringTranslation.objects.get()
    refused = next(answer for answer in answers if answer.status_code == 409)
    shown = refused.json()["theirs"] if way == "script" else refused.content.decode()
    assert stored.data in shown
    assert StringChange.objects.count() == 1
