from cms.front_door.memory import OVERHEAD, Kept, Memory


def kept(name: str, size: int = 1000, version: int = 1) -> Kept:
    return Kept((name, None), version, "200 OK", (), b"x" * (size - OVERHEAD - len(name)))


def test_an_answer_is_true_for_its_version_only() -> None:
    memory = Memory(100_000)
    memory.put(kept("a", 5_000))

    assert memory.get(("a", None), 1)
    assert memory.get(("a", None), 2) is None
    assert memory.get(("b", None), 1) is None


def test_it_never_grows_beyond_its_limit_and_keeps_what_is_asked_for() -> None:
    memory = Memory(50_000)
    for number in range(100):
        memory.put(kept(f"{number}", 5_000))
        assert memory.size <= 50_000
        memory.get(("0", None), 1)

    assert len(memory) == 10
    assert memory.get(("0", None), 1)
    assert memory.get(("99", None), 1)
    assert memory.get(("50", None), 1) is None


def test_a_newer_answer_takes_the_place_of_the_older_one() -> None:
    memory = Memory(50_000)
    for version in range(5):
        memory.put(kept("a", 5_000 + version, version))

    assert (len(memory), memory.size) == (1, 5_004)
    assert memory.get(("a", None), 4)


def test_what_does_not_fit_is_not_kept() -> None:
    memory = Memory(50_000)
    memory.put(kept("a", 50_001))
    memory.put(Kept(("b" * 60_000, None), 1, "200 OK", (), b""))

    assert (len(memory), memory.size) == (0, 0)
