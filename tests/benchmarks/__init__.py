"""What the bot does measured, beside others: each module is run by itself."""

import bot  # noqa: F401  # before numpy is imported: it limits numpy's products to one thread
