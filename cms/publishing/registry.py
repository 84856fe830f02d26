"""The edition types that content apps have announced."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model

from .types import EditionType


class UnknownEditionTypeError(LookupError):
    """No content app has announced an edition type of that name."""


class Registry:
    """Finds edition types by their name and by the model that holds their works."""

    def __init__(self) -> None:
        self._by_name: dict[str, EditionType[Any]] = {}
        self._by_model: dict[type[Model], EditionType[Any]] = {}
        self._listeners: list[Callable[[type[Model]], None]] = []

    def register(self, edition_type: EditionType[Any]) -> None:
        """Announces a type. Called from `AppConfig.ready()`; a name or model can be announced once only."""
        if edition_type.name in self._by_name:
            raise ValueError(f"An edition type named {edition_type.name!r} is registered already")
        self._by_name[edition_type.name] = edition_type
        for model in edition_type.models:
            if model in self._by_model:
                raise ValueError(f"{model.__name__} belongs to {self._by_model[model].name!r} already")
            self._by_model[model] = edition_type
            for listener in self._listeners:
                listener(model)

    def on_model(self, listener: Callable[[type[Model]], None]) -> None:
        """Has `listener` called with every model that is registered, now or later."""
        self._listeners.append(listener)
        for model in self._by_model:
            listener(model)

    def get(self, name: str) -> EditionType[Any]:
        """The type of that name. Raises UnknownEditionTypeError."""
        try:
            return self._by_name[name]
        except KeyError:
            raise UnknownEditionTypeError(name) from None

    def for_model(self, model: type[Model]) -> EditionType[Any] | None:
        """The type whose works are stored in `model`, if any."""
        return self._by_model.get(model)

    def all(self) -> list[EditionType[Any]]:
        """Every type, lower layers first."""
        return sorted(self._by_name.values(), key=lambda edition_type: (edition_type.layer, edition_type.name))


registry = Registry()
