"""How true each edition's language is, as told by whoever knows about translations.

The publishing core does not know how translations are made. `cms.translation` registers the provider that does.
"""

from collections.abc import Callable, Mapping

from django.db.models import Model

from .types import Ref, State

Provider = Callable[[Mapping[Ref, Model]], Mapping[Ref, State]]

_provider: Provider | None = None


def register(provider: Provider) -> None:
    """Makes `provider` answer `states_of`.

    It gets the stored rows (or, for previews, drafts that may be unsaved) of any registered models and must not
    query per row. Editions it leaves out count as sources.
    """
    global _provider
    _provider = provider


def states_of(rows: Mapping[Ref, Model]) -> dict[Ref, State]:
    """The state of each edition; without a provider every row counts as a source."""
    states: dict[Ref, State] = dict.fromkeys(rows, "source")
    if _provider is not None and rows:
        states.update(_provider(rows))
    return states
