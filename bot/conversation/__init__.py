"""Talking: what was last talked about, follow-ups on it, small talk, and whole topics."""
