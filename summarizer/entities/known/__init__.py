"""Names and terms that tables know, and the user's glossary."""
