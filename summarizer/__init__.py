"""Russian news to short English briefs in which every name, number and date is kept, or flagged."""
