"""Which Java the servers get."""

from pathlib import Path

import pytest

from tests.search_servers import account, jdk
from tests.search_servers.jdk import find_jdk
from tests.search_servers.unavailable import SearchServersUnavailableError


@pytest.fixture(autouse=True)
def _only_these(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jdk, "USUAL_PLACES", (f"{tmp_path}/jvm/*",))
    monkeypatch.setattr(account, "reaches", lambda _folder: True)
    monkeypatch.delenv("JAVA_HOME", raising=False)


def installed(home: Path, version: str, modules: str = "java.base jdk.incubator.vector") -> Path:
    (home / "bin").mkdir(parents=True)
    (home / "bin" / "java").touch()
    (home / "release").write_text(f'IMPLEMENTOR="Debian"\nJAVA_VERSION="{version}"\nMODULES="{modules}"\n')
    return home


def test_the_newest_is_taken(tmp_path: Path) -> None:
    for version in ("17.0.15", "25", "21.0.7"):
        installed(tmp_path / "jvm" / f"java-{version}", version)

    assert find_jdk().home.name == "java-25"


def test_java_home_comes_first_but_not_when_it_is_too_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(tmp_path / "jvm" / "newest", "25.0.3")

    monkeypatch.setenv("JAVA_HOME", str(installed(tmp_path / "mine", "21.0.7")))
    assert find_jdk().home == tmp_path / "mine"

    monkeypatch.setenv("JAVA_HOME", str(installed(tmp_path / "old", "1.8.0_402")))
    assert find_jdk().home.name == "newest"

    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "nowhere"))
    assert find_jdk().home.name == "newest"


def test_a_reduced_one_is_told_apart(tmp_path: Path) -> None:
    installed(tmp_path / "jvm" / "reduced", "21.0.7", modules="java.base")

    assert not find_jdk().has_vectors


def test_without_a_new_one_it_says_what_to_do(tmp_path: Path) -> None:
    installed(tmp_path / "jvm" / "java-17", "17.0.15")

    with pytest.raises(SearchServersUnavailableError, match="Java 21 or newer; set JAVA_HOME"):
        find_jdk()
