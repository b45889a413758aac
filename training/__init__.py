"""Making a better adapter: training pairs from parallel text, and LoRA training on them."""
