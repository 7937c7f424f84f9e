import json

from tests.builders import a_journal
from tests.site.comparing import NOTES
from tests.site.sites import scripts


def handed(script: str) -> dict[str, object]:
    return dict(json.loads(script.removeprefix("iiv.hand(").removesuffix(");\n")))


def test_each_talk_with_answers_has_a_script() -> None:
    assert set(scripts(a_journal(NOTES))) == {
        "answers/ada.js",
        "answers/grace.js",
        "answers/mary.js",
        "answers/mary-again.js",
    }


def test_it_hands_over_the_whole_answers_as_the_matrix_shows_them() -> None:
    said = handed(scripts(a_journal(NOTES))["answers/grace.js"])
    assert (said["talk"], said["on"]) == ("interviews/grace.html", "1 Apr 2026")
    answers = said["answers"]
    assert isinstance(answers, dict)
    assert list(answers) == ["start"]  # the other was asked in vain
    assert 'src="images/engine.png"' in answers["start"]
    assert 'href="themes/index.html#theme-craft"' in answers["start"]


def test_it_says_the_same_each_time() -> None:
    assert scripts(a_journal(NOTES)) == scripts(a_journal(NOTES))


def test_what_somebody_pasted_cannot_act() -> None:
    head = "---\ncontact: Ada\ndate: 2026-03-02\n---\n"
    note = f"{head}## start\n<script>alert(1)</script> `</script>` \u2028 yes\n"
    found = scripts(a_journal({"interviews/x.md": note, "questions/start.md": "---\nask: How?\n---\n"}))
    (script,) = found.values()
    assert "<script" not in script
    assert "yes" in str(handed(script)["answers"])


def test_a_talk_without_questions_has_none() -> None:
    note = "---\ncontact: Ada\ndate: 2026-03-02\n---\nA walk.\n"
    assert scripts(a_journal({"interviews/x.md": note})) == {}
