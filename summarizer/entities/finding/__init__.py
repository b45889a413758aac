"""Where the names of a Russian text are."""
