"""What a name is called in English-language news."""
