"""Is every name, number and date in the English, and nothing that was not said? If not, repair."""
