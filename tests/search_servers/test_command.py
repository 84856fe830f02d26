"""`.ci/search-servers COMMAND` where no server can be had. Where both can, it is what the gate runs."""

from pathlib import Path

import pytest

from tests.search_servers import __main__ as command
from tests.search_servers.unavailable import SearchServersUnavailableError


@pytest.fixture
def _without_java(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise SearchServersUnavailableError("They need Java.")

    monkeypatch.setattr(command, "find_jdk", refuse)
    monkeypatch.delenv("CI", raising=False)


@pytest.mark.usefixtures("_without_java")
def test_without_java_the_command_runs_after_one_loud_line(capfd: pytest.CaptureFixture[str]) -> None:
    assert command.run(["sh", "-c", "exit 7"]) == 7
    assert capfd.readouterr().err == "!!! NO SEARCH SERVERS, so their tests do not run. They need Java.\n"


@pytest.mark.usefixtures("_without_java")
def test_without_java_ci_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CI", "true")

    assert command.run(["touch", str(tmp_path / "ran")]) == 1
    assert not (tmp_path / "ran").exists()
