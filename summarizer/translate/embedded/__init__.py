"""The embedded model: a small language model, run by openvino-genai, with the project's adapter."""
