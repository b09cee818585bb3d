"""What the bot knows: the types, the files they are read from, and the rules they keep."""
