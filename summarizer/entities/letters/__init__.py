"""From Cyrillic to Latin letters, and which spellings sound alike."""
