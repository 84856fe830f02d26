"""Tokens that open nothing: forged ones, and those whose grant has ended."""

import pytest
from django.core.signing import Signer
from django.test import Client
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.models import Revision

from articles.models import PressReleasePage
from cms.core.models import User
from cms.previews.models import PreviewGrant
from cms.previews.sharing import share
from cms.previews.tokens import token_of
from tests import newsroom

from .conftest import Preview

NOBODY = "There is no preview behind this link. Check that it was copied completely."
ENDED = "This preview has ended. Ask whoever sent you the link for a new one."


@pytest.mark.parametrize(
    "forge",
    [
        lambda token: "",
        lambda token: "x" * 5000,
        lambda token: token[:-1] + ("A" if token[-1] != "A" else "B"),
        lambda token: token + "x",
        lambda token: Signer(salt="else", sep=".").sign(token.rsplit(".", 1)[0]),
        lambda token: Signer(salt="cms.previews.grant", sep=".").sign("1.guessed"),
        lambda token: Signer(salt="cms.previews.grant", sep=".").sign("999999.guessed"),
        lambda token: "€" + token,
    ],
)
def test_a_forged_token_shows_nothing(preview: Preview, token: str, client: Client, forge) -> None:
    forged = forge(token)

    response = preview(forged)
    assert response.status_code == (404 if forged else 400)
    if forged:
        assert response["Content-Type"] == "application/problem+json"
        assert response.json()["detail"] == gettext(NOBODY)
    page = client.get("/preview/", {"token": forged})
    assert page.status_code == 410
    assert "Neu" not in page.content.decode()


def test_a_token_belongs_to_one_object(preview: Preview, publisher: User, grant: PreviewGrant) -> None:
    """Neither the number nor the secret of another grant opens this one."""
    town = newsroom.municipality("Essen")
    other = share(town, publisher, days=1)
    mixed = PreviewGrant(pk=grant.pk, secret=other.secret)

    assert preview(token_of(mixed)).status_code == 404
    assert preview(token_of(other)).json()["title"] == "Essen"


def _expire(grant: PreviewGrant) -> None:
    PreviewGrant.objects.filter(pk=grant.pk).update(expires_at=timezone.now())


def _close_account(grant: PreviewGrant) -> None:
    grant.created_by.is_active = False
    grant.created_by.save()


@pytest.mark.parametrize(
    "end",
    [
        _expire,
        lambda grant: grant.revoke(grant.created_by),
        _close_account,
        lambda grant: grant.created_by.groups.clear(),
    ],
    ids=["expired", "withdrawn", "account closed", "rights lost"],
)
def test_it_ends(preview: Preview, client: Client, grant: PreviewGrant, token: str, end) -> None:
    assert preview(token).status_code == 200
    end(grant)

    response = preview(token)

    assert response.status_code == 404
    assert response.json()["type"] == "urn:trilog:problem:preview-ended"
    assert response.json()["detail"] == gettext(ENDED)
    page = client.get("/preview/", {"token": token})
    assert page.status_code == 410
    assert "Neu" not in page.content.decode()
    assert PreviewGrant.objects.get(pk=grant.pk).uses == 1


@pytest.mark.parametrize(
    "end",
    [
        lambda grant, page: Revision.objects.get(pk=grant.revision_id).delete(),
        lambda grant, page: page.delete(),
        lambda grant, page: grant.created_by.delete(),
    ],
    ids=["revision", "page", "account"],
)
def test_it_goes_with_what_it_stands_on(
    preview: Preview, grant: PreviewGrant, token: str, release: PressReleasePage, end
) -> None:
    end(grant, release)

    response = preview(token)

    assert response.status_code == 404
    assert response.json()["detail"] == gettext(NOBODY)
    assert not PreviewGrant.objects.exists()


def test_another_site_key_opens_nothing(preview: Preview, token: str, settings) -> None:
    settings.SECRET_KEY = "another"

    assert preview(token).status_code == 404

    settings.SECRET_KEY_FALLBACKS = ["test-only-not-a-secret"]
    assert preview(token).status_code == 200
