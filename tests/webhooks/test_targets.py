"""Where requests may go, and where they may not."""

import socket
from collections.abc import Callable
from typing import Any

import pytest

from cms.webhooks.networks import is_public
from cms.webhooks.targets import TargetRefusedError, find_target, read_target
from cms.webhooks.transport import post
from tests.webhooks.receiver import Receiver


@pytest.fixture(autouse=True)
def _strict(webhook_settings: Callable[..., None]) -> None:
    webhook_settings(allow_private_networks=False, allow_http=False)


def resolve_to(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Has names resolved to these addresses, the last ones from then on. Returns the names that were asked for."""
    asked: list[str] = []
    left = list(answers)

    def getaddrinfo(host: str, port: int, *_args: Any, **_kwargs: Any) -> list[Any]:
        asked.append(host)
        addresses = left.pop(0) if len(left) > 1 else left[0]
        return [
            (socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))
            for address in addresses
        ]

    monkeypatch.setattr("cms.webhooks.targets.socket.getaddrinfo", getaddrinfo)
    return asked


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.1.2.3", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.0.1",
        "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "fec0::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1",
        "2002:7f00:1::1", "2002:a00:1::1", "2001:0:7f00:1::1", "100::1",
    ],
)  # fmt: skip
def test_addresses_that_belong_to_no_public_host(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"]
)
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/", "javascript:alert(1)", "file:///etc/passwd", "example.org/hook", "", "https://",
        "http://example.org/", "https://user:password@example.org/", "https://user@example.org/",
        "https://example.org:25/", "https://example.org:22/", "https://example.org:99999/", "https://exa mple.org/",
        "https://example.org\\@127.0.0.1/", "https://example.org/\r\nX-Header: 1", "https://" + "a" * 2000,
    ],
)  # fmt: skip
def test_urls_that_are_refused_without_asking_anybody(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = resolve_to(monkeypatch, ["93.184.216.34"])

    with pytest.raises(TargetRefusedError) as refusal:
        find_target(url)

    assert asked == []
    assert str(refusal.value.message)


def test_a_target_is_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    resolve_to(monkeypatch, ["93.184.216.34", "2606:4700::1111", "93.184.216.34"])

    target = find_target("HTTPS://Hooks.Example.org:8443/a/b?c=d e"[:-2] + "#fragment")

    assert (target.scheme, target.host, target.port) == ("https", "hooks.example.org", 8443)
    assert target.path == "/a/b?c=d"
    assert target.host_header == "hooks.example.org:8443"
    assert target.addresses == ("93.184.216.34", "2606:4700::1111")


def test_names_outside_of_ascii_are_asked_for_in_their_ascii_form(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = resolve_to(monkeypatch, ["93.184.216.34"])

    target = find_target("https://münchen.example/")

    assert asked == ["xn--mnchen-3ya.example"]
    assert target.host_header == "xn--mnchen-3ya.example"


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/", "https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://2130706433/",
        "https://0x7f.1/", "https://0177.0.0.1/", "https://127.1/", "https://0/", "https://localhost/",
        "https://localhost./", "https://169.254.169.254/latest/meta-data/",
    ],
)  # fmt: skip
def test_every_way_to_write_a_private_address_is_refused(url: str) -> None:
    with pytest.raises(TargetRefusedError, match="private network"):
        find_target(url)


def test_a_name_with_one_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    resolve_to(monkeypatch, ["93.184.216.34", "10.0.0.5"])

    with pytest.raises(TargetRefusedError, match="private network"):
        find_target("https://intranet.example.org/")


def test_an_unknown_name_is_told_apart_from_a_forbidden_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def getaddrinfo(*_args: Any, **_kwargs: Any) -> list[Any]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr("cms.webhooks.targets.socket.getaddrinfo", getaddrinfo)

    with pytest.raises(TargetRefusedError) as refusal:
        find_target("https://nowhere.example.org/")

    assert refusal.value.unresolved
    assert post("https://nowhere.example.org/", b"{}", {}, 1).reason == "name"


def test_private_networks_and_plain_http_can_be_allowed(webhook_settings: Callable[..., None]) -> None:
    webhook_settings(allow_private_networks=True, allow_http=True)

    assert find_target("http://127.0.0.1:8000/hook").addresses == ("127.0.0.1",)
    with pytest.raises(TargetRefusedError):
        read_target("gopher://127.0.0.1/")


def test_the_check_is_made_again_at_every_attempt(receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that was public when it was entered leads nowhere else later."""
    resolve_to(monkeypatch, ["93.184.216.34"], ["127.0.0.1"])
    url = f"https://rebound.example.org:{receiver.port}/"

    find_target(url)
    reply = post(url, b"{}", {}, 1)

    assert reply.reason == "address"
    assert receiver.received == []


def test_the_name_is_asked_for_once_and_the_connection_made_to_that_answer(
    receiver: Receiver, webhook_settings: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """So what is connected to is what was checked, whatever the name says a moment later."""
    webhook_settings(allow_private_networks=True, allow_http=True)
    asked = resolve_to(monkeypatch, ["127.0.0.1"], ["203.0.113.1"])

    reply = post(f"http://hooks.example.org:{receiver.port}/x", b"{}", {}, 2)

    assert reply.status == 204
    assert [name for name in asked if name == "hooks.example.org"] == ["hooks.example.org"]
    assert receiver.received[0].headers["host"] == f"hooks.example.org:{receiver.port}"
