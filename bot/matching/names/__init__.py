"""Names of people: as they are written, as they sound, and whom they mean."""
