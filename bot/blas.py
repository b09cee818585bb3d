"""One thread for numpy's products, set before numpy is imported: see `bot/__init__.py`.

The libraries that numpy computes with (BLAS) start a thread for each core, which wait by spinning.
Our products are small: on a busy machine of two cores they take five to thirty times as long so.
The libraries read the environment once, when they are loaded; nothing else can tell all of them.
"""

from __future__ import annotations

import os

__all__ = ["VARIABLES", "compute_in_one_thread"]

VARIABLES = (
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "OMP_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)
"""The number of threads of OpenBLAS, of Intel's library, of any that uses OpenMP, of Apple's."""


def compute_in_one_thread() -> None:
    """Ask for one thread, of this process and those that it starts; what is set already stands."""
    for name in VARIABLES:
        os.environ.setdefault(name, "1")
