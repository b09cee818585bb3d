"""Refuses what Discord refuses: one module per thing that a bot can send."""

from .commands import check_autocomplete, check_commands
from .components import check_modal
from .form import Form
from .messages import check_message

__all__ = ["Form", "check_autocomplete", "check_commands", "check_message", "check_modal"]
