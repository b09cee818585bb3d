"""Language: words, spelling, English, Korean, and words that exclude one another."""
