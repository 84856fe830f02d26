"""Whether answers are what the schema promises, and nothing else."""

from typing import Any

from jsonschema import Draft202012Validator

from cms.api.schema.views import openapi


def assert_fits(path: str, answer: Any) -> None:
    """Fails with what differs between an answer and the schema of `path` (as the schema spells it)."""
    schema = openapi()
    operation = schema["paths"][f"/api/v1/{path}"]["get"]
    promised = operation["responses"]["200"]["content"]["application/json"]["schema"]
    validator = Draft202012Validator({**promised, "components": _closed(schema["components"])})
    errors = [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in validator.iter_errors(answer)]
    assert not errors, "\n".join(errors)


def _closed(value: Any) -> Any:
    """The schema with every object closed to properties that it does not name."""
    if isinstance(value, dict):
        closed = {name: _closed(member) for name, member in value.items()}
        if value.get("type") == "object" and "properties" in value:
            closed["additionalProperties"] = False
        return closed
    return [_closed(member) for member in value] if isinstance(value, list) else value
