"""Spoilers: the one rule of what may be told to whom."""
