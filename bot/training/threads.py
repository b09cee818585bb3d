"""One thread for numpy's products: sums then have the same order on every machine."""

from __future__ import annotations

from contextlib import AbstractContextManager

import threadpoolctl  # pyright: ignore[reportMissingTypeStubs]  # it ships none

__all__ = ["one_thread"]


def one_thread() -> AbstractContextManager[object]:
    """Compute in one thread from now on; as a context, until it ends."""
    return threadpoolctl.threadpool_limits(1)
