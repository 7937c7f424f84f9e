"""Why a note was not changed, as exceptions whose message is for the person.

EditError
├── UneditableNoteError   the note must be mended first
├── ChangedMeanwhileError the note was saved by somebody else while it was being changed
├── NoteExistsError       a new note would take the place of a file
├── NotAsItWasError       a file is not as it was when the change was prepared, or written
├── HalfWrittenError      a fault in the middle of several files, of which some are written
├── OutsideJournalError   a link leads out of the folder of notes
└── NothingToUndoError    nothing is known of what the last command wrote
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


class NotAsItWasError(EditError):
    """The file at `path` was changed, moved or removed."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(message)
        self.path = path


class HalfWrittenError(EditError):
    """Some files are written and others are not; `iiv undo` takes back those that are."""


class NothingToUndoError(EditError):
    """No command wrote anything, or what is known of it cannot be believed."""


class OutsideJournalError(EditError):
    """The file's path leads outside the folder of notes."""
