"""Pictures on demand, as a client gets them."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image as Pillow
from pytest_django.fixtures import Settings

from cms.core.images import addresses
from cms.core.images.sizes import CROPS, LENGTHS, MEDIA_TYPES, parse
from cms.core.models import Image, Rendition
from cms.publishing.addresses import with_origin
from cms.publishing.models import Edition
from cms.publishing.preview import build_preview
from tests.newsroom import article_index, edition, home_page, press_release

pytestmark = pytest.mark.django_db


def make_image(name: str = "tor.jpg", size: tuple[int, int] = (1000, 500), **fields: Any) -> Image:
    """A picture: its left half red, its right half blue."""
    picture = Pillow.new("RGB", size, "red")
    picture.paste("blue", (size[0] // 2, 0, size[0], size[1]))
    stream = io.BytesIO()
    picture.save(stream, {"jpg": "JPEG", "png": "PNG"}[name.rsplit(".", 1)[1]])
    return Image.objects.create(title="Tor", file=SimpleUploadedFile(name, stream.getvalue()), **fields)


@pytest.fixture
def index(site: Any) -> Any:
    return article_index(home_page(site))


@pytest.fixture
def image(index: Any) -> Image:
    """One that an article shows."""
    row = make_image(focal_point_x=900, focal_point_y=250, focal_point_width=100, focal_point_height=100)
    press_release(index, "Meldung", lead_image=row)
    return row


def address(image: Image, name: str) -> str:
    return addresses.path(image, *name.split("."))


def status(client: Client, path: str) -> int:
    response = client.get(path)
    response.close()
    return int(response.status_code)


def picture_at(client: Client, path: str) -> Any:
    response = client.get(path)
    assert response.status_code == 200, path
    with Pillow.open(io.BytesIO(b"".join(response.streaming_content))) as opened:
        opened.load()
        return opened


@pytest.mark.parametrize(
    ("name", "size", "form"),
    [
        ("640.avif", (640, 320), "AVIF"),
        ("640.webp", (640, 320), "WEBP"),
        ("640.jpg", (640, 320), "JPEG"),
        ("x320.webp", (640, 320), "WEBP"),
        ("320x320.webp", (320, 320), "WEBP"),
        ("480x270.avif", (480, 270), "AVIF"),
        ("1600.webp", (1000, 500), "WEBP"),
        ("original.jpg", (1000, 500), "JPEG"),
    ],
)
def test_a_picture_in_the_size_and_format_asked_for(
    client: Client, image: Image, name: str, size: tuple[int, int], form: str
) -> None:
    picture = picture_at(client, address(image, name))

    assert (picture.size, picture.format) == (size, form)


def test_a_crop_keeps_the_focal_point(client: Client, image: Image) -> None:
    picture = picture_at(client, address(image, "320x320.jpg"))

    red, _green, blue = picture.convert("RGB").getpixel((160, 160))
    assert blue > 200 > 50 > red


def test_documents_tell_every_address(client: Client, index: Any, image: Image) -> None:
    told = client.get("/api/v1/articles/").json()["results"][0]["image"]

    assert told["focal_point"] == {"x": 0.9, "y": 0.5}
    assert told["widths"] == [160, 320, 480, 640, 960]
    assert told["formats"] == ["avif", "webp", "jpg"]
    path = told["template"].removeprefix("http://testserver")
    for width in told["widths"]:
        for extension in told["formats"]:
            assert status(client, path.replace("{size}", str(width)).replace("{format}", extension)) == 200
    for rendition in (told, *told["renditions"].values()):
        picture = picture_at(client, rendition["url"].removeprefix("http://testserver"))
        assert picture.size == (rendition["width"], rendition["height"])


def test_it_may_be_kept_for_ever(client: Client, image: Image) -> None:
    path = address(image, "640.webp")

    response = client.get(path)
    response.close()
    again = client.get(path, headers={"If-None-Match": response["ETag"]})
    head = client.head(path)

    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["Content-Type"] == "image/webp"
    assert response["Surrogate-Key"] == f"image-{image.pk}"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Vary" not in response
    assert "Content-Language" not in response
    assert (again.status_code, again["Cache-Control"]) == (304, response["Cache-Control"])
    assert (head.status_code, head.content) == (200, b"")
    assert head["Content-Length"] == response["Content-Length"]
    assert client.post(path).status_code == 405


@pytest.mark.parametrize(
    "name",
    [
        "641.webp", "1.webp", "0.webp", "99999.webp", "640x361.webp", "10000x10000.webp", "640.bmp", "640.png",
        "640.svg", "x641.jpg", "640.", "640", ".webp", "width-640.webp", "640.webp.jpg", "٦٤٠.webp", "original.png",
        "640|rotate-90.jpg",
    ],
)  # fmt: skip
def test_what_is_not_on_the_list_is_not_made(client: Client, image: Image, name: str) -> None:
    made = Rendition.objects.count()

    assert client.get(f"/images/{image.pk}/{addresses.token(image)}/{name}").status_code == 404
    assert Rendition.objects.count() == made


def test_the_list_is_short() -> None:
    per_format = 2 * len(LENGTHS) + len(CROPS) + 1

    assert per_format * 3 < 250
    assert all(parse(f"{width}x{height}.{extension}") for width, height in CROPS for extension in MEDIA_TYPES)


@pytest.mark.parametrize(
    "change",
    [
        lambda token: token[:-1] + ("0" if token[-1] != "0" else "1"),
        lambda token: ("0" if token[0] != "0" else "1") + token[1:],
        lambda token: token.split("-")[0],
        lambda token: f"{token}-20991231",
        lambda token: "-".join(["0" * 20, token.split("-")[1]]),
    ],
)
def test_nobody_can_make_a_token(client: Client, image: Image, change: Any) -> None:
    other = make_image("b.jpg")
    path = f"/images/{image.pk}/{change(addresses.token(image))}/640.webp"

    assert client.get(path).status_code in (302, 404)
    assert client.get(path.replace(f"/{image.pk}/", f"/{other.pk}/")).status_code == 404
    assert not other.renditions.exists()


def test_only_a_published_work_opens_a_picture(client: Client, index: Any) -> None:
    image = make_image()
    page = press_release(index, "Entwurf", lead_image=image, live=False)
    path = address(image, "640.webp")
    assert client.get(path).status_code == 404

    page.save_revision().publish()
    assert status(client, path) == 200
    page.refresh_from_db()
    page.unpublish()

    assert status(client, path) == 404


def test_a_restricted_work_opens_it_to_whoever_has_the_address_but_to_no_shared_cache(
    client: Client, image: Image
) -> None:
    Edition.objects.filter(references__type="image", references__key=str(image.pk)).update(restricted=True)

    response = client.get(address(image, "640.webp"))

    response.close()
    assert response.status_code == 200
    assert response["Cache-Control"].startswith("private")


def test_another_file_or_focal_point_has_another_address_and_the_old_one_leads_there(
    client: Client, image: Image
) -> None:
    before = address(image, "640x640.webp")
    image.focal_point_x = 100
    image.save()

    response = client.get(before)

    assert response.status_code == 302
    assert response["Location"] == address(image, "640x640.webp") != before
    assert "immutable" not in response["Cache-Control"]
    told = client.get("/api/v1/articles/").json()["results"][0]["image"]["template"]
    assert told.endswith(addresses.template(image))


def test_a_draft_shows_its_pictures_for_some_days(client: Client, index: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    image = make_image()
    page = press_release(index, "Entwurf", lead_image=image, live=False)

    template = build_preview(page)["image"]["template"]
    path = template.replace("{size}", "640").replace("{format}", "webp")
    response = client.get(path)
    response.close()

    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")
    assert client.get(address(image, "640.webp")).status_code == 404
    monkeypatch.setattr(addresses, "PREVIEW_DAYS", -1)
    over = build_preview(page)["image"]["template"].replace("{size}", "640").replace("{format}", "webp")
    assert client.get(over).status_code == 404


def test_a_rotated_key_still_opens_old_addresses(client: Client, image: Image, settings: Settings) -> None:
    before = address(image, "640.webp")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another"

    response = client.get(before)

    response.close()
    assert response.status_code == 200


def test_a_lost_file_is_gone(client: Client, image: Image) -> None:
    Path(image.file.path).unlink()

    response = client.get(address(image, "640.webp"))

    assert (response.status_code, response["Cache-Control"]) == (410, "private, no-store")


def test_drawings_stay_drawings(client: Client, index: Any) -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" viewBox="0 0 400 200"></svg>'
    image = Image.objects.create(title="Plan", file=SimpleUploadedFile("plan.svg", drawing))
    press_release(index, "Meldung", lead_image=image)

    told = client.get("/api/v1/articles/").json()["results"][0]["image"]
    response = client.get(address(image, "160.svg"))

    response.close()
    assert told["formats"] == ["svg"]
    assert (response.status_code, response["Content-Type"]) == (200, "image/svg+xml")
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert client.get(address(image, "160.webp")).status_code == 404


def test_an_image_already_made_takes_few_queries(client: Client, image: Image) -> None:
    path = address(image, "640.webp")
    client.get(path).close()

    with CaptureQueriesContext(connection_of(image)) as queries:
        client.get(path).close()

    assert len(queries) <= 3


def connection_of(row: Any) -> Any:
    from django.db import connections

    return connections[row._state.db]


def test_pages_offer_the_small_formats_first(client: Client, index: Any, image: Image) -> None:
    page = edition(press_release(index, "Noch eine", lead_image=image))

    html = client.get(page.path).content.decode()

    template = with_origin(page.document["image"]["template"], "")
    for extension in ("avif", "webp", "jpg"):
        assert f"{template.replace('{size}', '640').replace('{format}', extension)} 640w" in html
    assert html.index('type="image/avif"') < html.index('type="image/webp"') < html.index('fetchpriority="high"')
