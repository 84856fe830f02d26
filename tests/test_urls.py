"""What the order of the addresses guarantees."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings


@pytest.mark.django_db
def test_the_site_is_healthy_when_the_database_answers(client: Client) -> None:
    response = client.get("/healthz/")

    assert response.status_code == 200
    assert response.content == b"ok\n"
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_an_unknown_api_address_is_not_redirected_to_a_language(client: Client) -> None:
    assert client.get("/api/v1/no-such-thing/").status_code == 404


@pytest.mark.parametrize("folder", ["documents", "original_images"])
@pytest.mark.django_db
def test_only_renditions_are_served_as_files(client: Client, settings: Settings, folder: str) -> None:
    for name in ("images", folder):
        path = Path(settings.MEDIA_ROOT) / name / "file.txt"
        path.parent.mkdir(parents=True)
        path.write_text("content")

    served = client.get("/media/images/file.txt")
    assert b"".join(served.streaming_content) == b"content"
    assert client.get(f"/media/{folder}/file.txt", follow=True).status_code == 404
    assert client.get(f"/media/images/../{folder}/file.txt").status_code == 400
