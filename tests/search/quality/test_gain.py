"""The figure that quality is told by."""

from math import log2

import pytest

from search.quality.gain import RANKS, ndcg

GRADES = {"obvious": 3, "good": 2, "related": 1}


def test_the_best_order_is_worth_one() -> None:
    assert ndcg(["obvious", "good", "related", "something else"], GRADES) == 1


def test_what_stands_further_down_counts_for_less() -> None:
    best = 7 + 3 / log2(3) + 1 / 2
    assert ndcg(["related", "good", "obvious"], GRADES) == pytest.approx((1 + 3 / log2(3) + 7 / 2) / best)


def test_nothing_is_worth_nothing_and_neither_is_what_nobody_sees() -> None:
    assert ndcg([], GRADES) == 0
    assert ndcg([*map(str, range(RANKS)), "obvious"], GRADES) == 0


def test_a_work_counts_once() -> None:
    assert ndcg(["obvious", "obvious", "good"], {"obvious": 3, "good": 2}) == 1


def test_more_good_works_than_there_are_ranks_can_all_be_met() -> None:
    grades = {str(number): 3 for number in range(RANKS * 2)}
    assert ndcg(list(grades)[:RANKS], grades) == 1
