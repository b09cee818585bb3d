"""The command line: one module per command, each with a function from arguments to exit code."""
