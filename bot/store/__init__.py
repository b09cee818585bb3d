"""What the bot remembers across restarts, in SQLite or PostgreSQL."""
