"""One request to a real receiver, whatever it does."""

import socket
import subprocess
from pathlib import Path

import pytest

from cms.webhooks import transport
from cms.webhooks.transport import MAX_EXCERPT, Reply, post
from tests.webhooks.receiver import (
    Receiver,
    closed_port,
    drip_body,
    drip_headers,
    hang,
    hang_up,
    no_http,
    running_receiver,
    status,
)

pytestmark = pytest.mark.usefixtures("local_receivers")


def send(receiver: Receiver, timeout: float = 5, path: str = "") -> Reply:
    return post(receiver.url + path, b'{"a": 1}', {"webhook-id": "change-1"}, timeout)


def test_a_request_as_it_arrives(receiver: Receiver) -> None:
    reply = send(receiver)

    (received,) = receiver.received
    assert reply.delivered
    assert reply.status == 204
    assert received.path == "/hook?from=trilog"
    assert received.body == b'{"a": 1}'
    assert received.headers == {
        "host": f"127.0.0.1:{receiver.port}",
        "user-agent": "Trilog-Webhooks/1",
        "content-type": "application/json",
        "content-length": "8",
        "accept-encoding": "identity",
        "connection": "close",
        "webhook-id": "change-1",
    }


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (200, ""),
        (201, ""),
        (299, ""),
        (400, "status"),
        (404, "status"),
        (410, "gone"),
        (500, "status"),
        (503, "status"),
    ],
)
def test_the_status_decides(receiver: Receiver, code: int, reason: str) -> None:
    receiver.behaviours.append(status(code, b"because"))

    reply = send(receiver)

    assert (reply.reason, reply.status, reply.excerpt) == (reason, code, "because")


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_redirects_are_told_and_not_followed(receiver: Receiver, code: int) -> None:
    receiver.behaviours.append(status(code, Location="http://169.254.169.254/latest/"))

    reply = send(receiver)

    assert (reply.reason, reply.detail) == ("redirect", "http://169.254.169.254/latest/")
    assert len(receiver.received) == 1


def test_a_receiver_that_does_not_answer(receiver: Receiver) -> None:
    receiver.always = hang

    reply = send(receiver, timeout=0.3)

    assert reply == Reply("timeout", duration=reply.duration)
    assert 0.3 <= reply.duration < 5


def test_a_receiver_that_drips_cannot_stretch_the_deadline(receiver: Receiver) -> None:
    receiver.always = drip_headers

    reply = send(receiver, timeout=0.4)

    assert reply.reason == "timeout"
    assert reply.duration < 5


def test_a_status_counts_even_when_the_body_never_ends(receiver: Receiver) -> None:
    receiver.always = drip_body

    reply = send(receiver, timeout=0.4)

    assert reply.delivered
    assert reply.excerpt.startswith("so far x")
    assert reply.duration < 5


def test_of_a_huge_answer_only_the_beginning_is_read(receiver: Receiver) -> None:
    receiver.behaviours.append(status(500, b"y" * 50_000_000))

    reply = send(receiver)

    assert (reply.reason, reply.excerpt) == ("status", "y" * MAX_EXCERPT)


def test_what_is_kept_of_an_answer_is_text_and_nothing_else(receiver: Receiver) -> None:
    receiver.behaviours.append(status(200, "ж\x00\x1b[31m\u202e\n\xff".encode() + b"\xfe"))

    assert send(receiver).excerpt == "ж[31m\nÿ\ufffd"


def test_a_receiver_that_hangs_up(receiver: Receiver) -> None:
    receiver.always = hang_up

    assert send(receiver).reason == "connection"


def test_something_else_listens_there(receiver: Receiver) -> None:
    receiver.always = no_http

    assert send(receiver).reason == "protocol"


def test_nobody_listens() -> None:
    assert post(f"http://127.0.0.1:{closed_port()}/", b"", {}, 5).reason == "connection"


@pytest.mark.parametrize(("header", "seconds"), [("120", 120), (" 7 ", 7), ("soon", None), ("-1", None), ("", None)])
def test_retry_after_in_seconds(receiver: Receiver, header: str, seconds: float | None) -> None:
    receiver.behaviours.append(status(429, Retry_After=header))

    assert send(receiver).retry_after == seconds


def test_retry_after_as_a_date(receiver: Receiver) -> None:
    receiver.behaviours.append(status(503, Retry_After="Fri, 01 Jan 2100 00:00:00 GMT"))
    receiver.behaviours.append(status(503, Retry_After="Fri, 01 Jan 1999 00:00:00 GMT"))

    assert (send(receiver).retry_after or 0) > 10**6
    assert send(receiver).retry_after == 0


def test_proxies_of_the_environment_are_not_used(receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{closed_port()}")

    assert send(receiver).delivered


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Key and self-signed certificate of 127.0.0.1 in one file."""
    folder = tmp_path_factory.mktemp("tls")
    key, pem = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        [
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                       "-days", "2", "-subj", "/CN=receiver", "-addext", "subjectAltName=IP:127.0.0.1",
            "-keyout", str(key), "-out", str(pem),
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip
    both = folder / "both.pem"
    both.write_text(key.read_text() + pem.read_text())
    return both


def test_a_certificate_that_nobody_vouches_for(certificate: Path) -> None:
    with running_receiver(certificate) as receiver:
        reply = send(receiver)

    assert reply.reason == "tls"
    assert "self-signed" in reply.detail
    assert receiver.received == []


def trust(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Has the sender take this certificate for one of an authority."""
    context = transport.tls_context.__wrapped__()
    context.load_verify_locations(certificate)
    monkeypatch.setattr(transport, "tls_context", lambda: context)


def test_a_certificate_that_is_trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trust(certificate, monkeypatch)

    with running_receiver(certificate) as receiver:
        reply = send(receiver)

    assert reply.delivered
    assert len(receiver.received) == 1


def test_a_trusted_certificate_of_another_name(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trust(certificate, monkeypatch)

    with running_receiver(certificate) as receiver:
        reply = post(f"https://localhost:{receiver.port}/", b"", {}, 5)

    assert reply.reason == "tls"
    assert receiver.received == []


def test_a_plain_receiver_behind_a_secure_address(receiver: Receiver) -> None:
    assert post(receiver.url.replace("http:", "https:"), b"", {}, 5).reason == "tls"


def test_a_secure_receiver_that_never_shakes_hands() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        reply = post(f"https://127.0.0.1:{silent.getsockname()[1]}/", b"", {}, 0.3)

    assert reply.reason == "timeout"
    assert reply.duration < 5
