"""Replacing the file of a picture or a document in the admin."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image as Picture

from cms.core.models import Document, Image, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client: Client, administrator: User) -> Client:
    client.force_login(administrator)
    client.raise_request_exception = False
    return client


def png(name: str, colour: str) -> SimpleUploadedFile:
    data = BytesIO()
    Picture.new("RGB", (4, 3), colour).save(data, "PNG")
    return SimpleUploadedFile(name, data.getvalue(), "image/png")


@pytest.fixture
def document(db: None) -> Document:
    return Document.objects.create(title="Programm", file=ContentFile(b"old", name="old.txt"))


@pytest.fixture
def image(db: None) -> Image:
    return Image.objects.create(title="Brücke", file=ImageFile(png("old.png", "red")))


def replace(admin: Client, row: Any, name: str = "new.txt") -> int:
    new = png("new.png", "blue") if isinstance(row, Image) else SimpleUploadedFile(name, b"new")
    address = f"/admin/images/{row.pk}/" if isinstance(row, Image) else f"/admin/documents/edit/{row.pk}/"
    data = {"title": row.title, "file": new, "collection": row.collection_id, "tags": ""}
    return admin.post(address, data).status_code


def stored(row: Any) -> tuple[str, bool]:
    """The name of the row's file without its folder, and whether the file is there."""
    row.refresh_from_db()
    return row.file.name.rpartition("/")[2], row.file.storage.exists(row.file.name)


@pytest.mark.parametrize("name", ["document", "image"])
def test_a_replaced_file_goes_with_the_commit(
    admin: Client, name: str, request: pytest.FixtureRequest, django_capture_on_commit_callbacks: Any
) -> None:
    row = request.getfixturevalue(name)
    old = row.file.name

    with django_capture_on_commit_callbacks(execute=True):
        assert replace(admin, row) == 302

    assert stored(row) == (("new.png" if name == "image" else "new.txt"), True)
    assert not row.file.storage.exists(old)


@pytest.mark.parametrize("name", ["document", "image"])
def test_a_file_stays_when_replacing_it_fails(
    admin: Client, name: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = request.getfixturevalue(name)

    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr("cms.publishing.projection.Publication.touch_asset", fail)

    assert replace(admin, row) == 500

    assert stored(row) == (("old.png" if name == "image" else "old.txt"), True)


def test_sizes_of_the_old_picture_are_forgotten(admin: Client, image: Image) -> None:
    image.renditions.create(filter_spec="width-2", width=2, height=1, file=ImageFile(png("small.png", "red")))

    replace(admin, image)

    assert not image.renditions.exists()


def test_a_document_replaced_under_its_own_name_keeps_its_address(admin: Client, document: Document) -> None:
    before = document.url

    assert replace(admin, document, "old.txt") == 302

    document.refresh_from_db()
    assert document.url == before
    assert document.file.read() == b"new"
    document.file.close()
