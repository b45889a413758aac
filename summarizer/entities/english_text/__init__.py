"""Names in English text: where they stand, and in which other form they may."""
