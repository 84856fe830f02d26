"""Histories of all partnerships, by their ids in the facts."""

from collections.abc import Mapping

from cms.demo.library.agreements_of_1991 import AGREEMENTS_OF_1991
from cms.demo.library.history import History
from cms.demo.library.other_agreements import OTHER_AGREEMENTS

HISTORIES: Mapping[str, History] = {**AGREEMENTS_OF_1991, **OTHER_AGREEMENTS}
