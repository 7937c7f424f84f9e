"""Why a note was not changed, as exceptions whose message is for the person.

EditError
├── UneditableNoteError   the note must be mended first
├── ChangedMeanwhileError the note was saved by somebody else while it was being changed
├── NoteExistsError       a new note would take the place of a file
└── OutsideJournalError   a link leads out of the folder of notes
"""

from __future__ import annotations


class EditError(Exception):
    """A note was not changed, and is as it was. `str()` is a sentence for the person."""


class UneditableNoteError(EditError):
    """The note cannot be read, or cannot be changed safely."""


class ChangedMeanwhileError(EditError):
    """Somebody else saved the note meanwhile; theirs was kept.

    `text` is the whole note as it would have been.
    """

    def __init__(self, message: str, text: str) -> None:
        super().__init__(message)
        self.text = text


class NoteExistsError(EditError):
    """There is a file where the new note should be."""


class OutsideJournalError(EditError):
    """The file's path leads outside the folder of notes."""
