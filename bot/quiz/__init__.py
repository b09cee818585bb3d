"""The quiz: questions, what counts as an answer, and the game, without Discord or a database."""
