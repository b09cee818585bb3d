"""Words that give a plot away wherever they stand."""

from __future__ import annotations

__all__ = ["FATES"]

FATES = frozenset(
    """
die dies died dying death deaths kill kills killed killer killers murder murders murdered
murderer fate fates survive survives survived surviving survivor survivors
sacrifice sacrifices sacrificed halfzombie halfzombies halfinfected
halfbie halfbies hambie hambies hambi
""".split()
)
