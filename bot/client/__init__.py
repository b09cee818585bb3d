"""The Discord edge: everything that knows about Discord, and nothing else."""
