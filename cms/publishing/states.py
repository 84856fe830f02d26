"""How true each edition's language is, as told by whoever knows about translations.

The publishing core does not know how translations are made. `cms.translation` registers the providers that do.
"""

from collections.abc import Callable, Mapping

from django.db.models import Model

from .types import Gaps, Ref, State

Provider = Callable[[Mapping[Ref, Model]], Mapping[Ref, State]]
GapsProvider = Callable[[Mapping[Ref, Model], bool], Mapping[Ref, Gaps]]

_provider: Provider | None = None
_gaps_provider: GapsProvider | None = None


def register(provider: Provider, gaps: GapsProvider) -> None:
    """Makes `provider` answer `states_of`, and `gaps` answer `gaps_of`.

    They get the stored rows (or, for previews, drafts that may be unsaved) of any registered models and must not
    query per row. Editions that they leave out count as sources, and as complete.
    """
    global _provider, _gaps_provider
    _provider = provider
    _gaps_provider = gaps


def states_of(rows: Mapping[Ref, Model]) -> dict[Ref, State]:
    """The state of each edition; without a provider every row counts as a source."""
    states: dict[Ref, State] = dict.fromkeys(rows, "source")
    if _provider is not None and rows:
        states.update(_provider(rows))
    return states


def gaps_of(rows: Mapping[Ref, Model], *, drafts: bool = False) -> Mapping[Ref, Gaps]:
    """What stands in another locale than the edition's own; only editions with gaps are named.

    Of stored rows it is what was missing when they were published; of `drafts` what is missing in them.
    """
    return _gaps_provider(rows, drafts) if _gaps_provider is not None and rows else {}
