"""Russian words and names: their parts, their grammar and their nominative."""
