"""What was chosen for a job, apart from the works."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class JobOptions:
    """Plain values and ids, kept with the job. Each kind of job looks at those that concern it."""

    locales: tuple[int, ...] = ()
    """Ids of the locales to translate into; none for kinds that concern all of a work's locales."""
    draft: bool = False
    """Whether to take the source's latest draft where there is one, not its published text."""
    partially: bool = False
    """Whether gaps may be published."""
    translator: int | None = None
    """Id of the user to assign to."""
    due: date | None = None
    note: str = ""
    unfinished: bool = True
    """Whether to assign only what is not up to date."""
    selection: str = ""
    """What was selected, in words, for the job's page."""
    language: str = ""
    """The language in which it was ordered, for messages to somebody who has not chosen one."""
    by_system: bool = False
    """Ordered by an operator's command, on nobody's behalf: it may do everything."""
    repeats: int | None = None
    """The number of the job whose refused and failed items this one tries again."""

    def as_json(self) -> dict[str, Any]:
        """For `Job.options`."""
        return asdict(self) | {"locales": list(self.locales), "due": self.due.isoformat() if self.due else None}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> JobOptions:
        """From `Job.options`."""
        due = values.get("due")
        return cls(**values | {"locales": tuple(values["locales"]), "due": date.fromisoformat(due) if due else None})
