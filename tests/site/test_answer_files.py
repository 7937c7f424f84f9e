from __future__ import annotations

import json

from iiv.site.answer_files import AnswerFile, answer_files
from iiv.site.rendering import Renderer
from tests.builders import a_journal
from tests.site.comparing import NOTES


def files() -> dict[str, AnswerFile]:
    journal = a_journal(NOTES).journal
    return {file.address: file for file in answer_files(journal, Renderer(journal))}


def handed(file: AnswerFile) -> dict[str, object]:
    return dict(json.loads(file.text.removeprefix("iiv.hand(").removesuffix(");\n")))


def test_each_talk_with_answers_has_a_script() -> None:
    assert set(files()) == {"answers/ada.js", "answers/grace.js", "answers/mary.js", "answers/mary-again.js"}


def test_it_hands_over_the_whole_answers_as_the_matrix_shows_them() -> None:
    said = handed(files()["answers/grace.js"])

    assert (said["talk"], said["on"]) == ("interviews/grace.html", "1 Apr 2026")
    answers = said["answers"]
    assert isinstance(answers, dict)
    assert list(answers) == ["start"]  # the other was asked in vain
    assert 'src="images/engine.png"' in answers["start"]
    assert 'href="themes/index.html#theme-craft"' in answers["start"]


def test_it_says_the_same_each_time() -> None:
    assert files() == files()


def test_what_somebody_pasted_cannot_act() -> None:
    head = "---\ncontact: Ada\ndate: 2026-03-02\n---\n"
    note = f"{head}## start\n<script>alert(1)</script> `</script>` \u2028 yes\n"
    journal = a_journal({"interviews/x.md": note, "questions/start.md": "---\nask: How?\n---\n"}).journal
    (file,) = answer_files(journal, Renderer(journal))

    assert "<script" not in file.text
    assert "yes" in str(handed(file)["answers"])


def test_a_talk_without_questions_has_none() -> None:
    journal = a_journal({"interviews/x.md": "---\ncontact: Ada\ndate: 2026-03-02\n---\nA walk.\n"}).journal

    assert list(answer_files(journal, Renderer(journal))) == []
