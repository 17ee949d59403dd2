"""How one number of the mechanisms is declared: default, unit, range, help, and a source or "assumed"."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


def number(
    default: float, unit: str, low: float, high: float, help: str, source: str = "assumed"
) -> Any:
    """Declare one parameter."""
    return Field(
        default,
        ge=low,
        le=high,
        description=help,
        json_schema_extra={"unit": unit, "source": source},
    )


class Group(BaseModel):
    """Base of a group of parameters."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
