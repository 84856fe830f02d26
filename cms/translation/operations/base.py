"""What all operations have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar
from uuid import UUID

from django.db import transaction

from cms.publishing.projection import publication
from cms.translation import targets

Result = TypeVar("Result")


@dataclass(kw_only=True)
class Operation(ABC, Generic[Result]):
    """One thing that somebody does to the translations of a work: in the admin, by a command, in a background job.

    `execute()` checks and performs it in one transaction: all of it, or nothing and an error that says why. Every
    refusal is a `TranslationError`, whose text is a sentence for the person who tried, or `PermissionDenied`.
    """

    publishes: ClassVar[bool] = False
    """Whether readers may notice it. It then runs under the projection lock, taken before anything is read."""

    user: Any = None
    """On whose behalf. None is the system itself (the schedule, an operator's command), which may do everything."""

    @abstractmethod
    def check(self) -> None:
        """Raises what keeps `user` from doing this now. Changes nothing."""

    @abstractmethod
    def perform(self) -> Result:
        """Does it, within the transaction; `check()` has passed."""

    @abstractmethod
    def works(self) -> Iterable[UUID]:
        """The translation keys of the works whose targets may be other than before."""

    def execute(self) -> Result:
        """Checks, performs, and brings the targets up to date with it."""
        with self._transaction(), targets.collected():
            self.check()
            result = self.perform()
            targets.note(self.works())
        return result

    def _transaction(self) -> AbstractContextManager[Any]:
        return publication() if self.publishes else transaction.atomic()
