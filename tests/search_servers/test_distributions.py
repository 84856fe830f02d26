"""Fetching: once, verified, whoever else fetches at the same time. Maven is played by a script, the archive is tiny."""

import hashlib
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.search_servers import distributions
from tests.search_servers.distributions import DISTRIBUTIONS, prepared
from tests.search_servers.jdk import Jdk
from tests.search_servers.unavailable import SearchServersUnavailableError

JDK = Jdk(Path("/nowhere"), 25, has_vectors=True)


@dataclass
class Repository:
    archive: Path
    calls: Path

    @property
    def fetched(self) -> int:
        return len(self.calls.read_text().splitlines()) if self.calls.exists() else 0


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Has a server with one program in it, which `mvn` copies to where it is asked to."""
    repository = Repository(tmp_path / "archive.zip", tmp_path / "calls")
    with zipfile.ZipFile(repository.archive, "w") as archive:
        program = zipfile.ZipInfo("opensearch-3.8.0/bin/opensearch")
        program.external_attr = 0o755 << 16
        archive.writestr(program, "#!/bin/sh\n")
        archive.writestr("opensearch-3.8.0/config/opensearch.yml", "")
    maven = tmp_path / "bin" / "mvn"
    maven.parent.mkdir()
    maven.write_text(
        "#!/bin/sh\n"
        f'echo "$*" >> {repository.calls}\n'
        'for word in "$@"; do case $word in -DoutputDirectory=*) folder=${word#*=};; esac; done\n'
        f'sleep 0.2; cp {repository.archive} "$folder/opensearch-3.8.0.zip"\n'
    )
    maven.chmod(0o755)
    monkeypatch.setenv("PATH", f"{maven.parent}:/usr/bin:/bin")
    digest = hashlib.sha512(repository.archive.read_bytes()).hexdigest()
    distribution = replace(DISTRIBUTIONS["opensearch"], version="3.8.0", sha512=digest)
    monkeypatch.setitem(distributions.DISTRIBUTIONS, "opensearch", distribution)
    return repository


def test_it_is_fetched_once(repository: Repository, tmp_path: Path) -> None:
    folder = prepared("opensearch", JDK, tmp_path / "cache")
    again = prepared("opensearch", JDK, tmp_path / "cache")

    assert folder == again
    assert (folder / "bin" / "opensearch").stat().st_mode & 0o777 == 0o755
    assert repository.fetched == 1
    assert sorted(path.name for path in folder.parent.iterdir()) == ["lock", "opensearch-3.8.0"]


def test_what_is_there_needs_no_maven(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = prepared("opensearch", JDK, tmp_path / "cache")
    monkeypatch.setenv("PATH", "/nowhere")

    assert prepared("opensearch", JDK, tmp_path / "cache") == folder
    with pytest.raises(SearchServersUnavailableError, match="Maven is not installed"):
        prepared("opensearch", JDK, tmp_path / "another")


def test_two_at_once_fetch_once(repository: Repository, tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        folders = list(pool.map(lambda _: prepared("opensearch", JDK, tmp_path / "cache"), range(2)))

    assert folders[0] == folders[1]
    assert repository.fetched == 1


def test_another_archive_than_expected_is_refused(repository: Repository, tmp_path: Path) -> None:
    with repository.archive.open("ab") as archive:
        archive.write(b"more")

    with pytest.raises(SearchServersUnavailableError, match="is not the expected archive"):
        prepared("opensearch", JDK, tmp_path / "cache")

    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["lock"]


def test_a_failing_maven_is_quoted(repository: Repository, tmp_path: Path) -> None:
    repository.archive.unlink()

    with pytest.raises(SearchServersUnavailableError, match="could not fetch"):
        prepared("opensearch", JDK, tmp_path / "cache")
