"""What an import cannot go on with."""


class ImportFileError(Exception):
    """A file that cannot be read as what it claims to be; the message is a sentence for a person."""
