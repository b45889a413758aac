"""What may be wrong with a translation as a whole, told without knowing any other: one file a sign.

A guard takes the Russian and the English and gives its reasons, in words that a reader understands.
Each was widened until human references raised next to no alarm of their own
(`benchmarks/meaning.py`): a guard that cries wolf is not read.
"""
