"""How the weights of the ranking and the word vectors are made; no part of the running bot."""
