"""The exceptions that this package raises on purpose; anything else is a defect."""


class SummarizerError(Exception):
    """The base of them all: its message says what was wrong, what was found and what to do."""


class InputError(SummarizerError):
    """An article cannot be read: missing, empty, not text, not Russian."""


class ModelNotFoundError(SummarizerError):
    """A model is unknown or not installed; the message has the command that installs it."""


class ModelCorruptError(SummarizerError):
    """A model's files are not what its manifest says, or its self-test failed."""


class DownloadError(SummarizerError):
    """No source of a model could serve it."""


class MissingDependencyError(SummarizerError):
    """An optional package is needed; the message has the `pip install` line."""


class TranslationError(SummarizerError):
    """An engine failed on text that it should be able to translate."""


class ConfigError(SummarizerError):
    """An option, configuration file, glossary or manifest is not valid."""


class OutputError(SummarizerError):
    """A result cannot be written."""
