"""From a question to its fact, or to an honest no."""
