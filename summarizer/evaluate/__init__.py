"""Quality measures, each a function from texts to scores. Data comes from the user.

`mt` against references, `ner` against annotated Russian, `articles` for whole articles: entities
recalled, names invented, one spelling a person, briefs beside headline and lead.
"""
