"""Translation models of the Hub (MarianMT, NLLB, BART), run by transformers or CTranslate2."""
