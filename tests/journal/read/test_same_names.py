"""Two files to which one name leads."""

from tests.builders import a_journal, problems_of


def test_an_alias_that_is_somebody_elses_name_is_pointed_out() -> None:
    ada = "---\nname: Ada King\naliases: [Grace Hopper]\n---\n"
    files = {"contacts/ada.md": ada, "contacts/grace.md": "---\nname: Grace Hopper\n---\n"}
    (problem,) = a_journal(files).problems
    assert (str(problem.place), problem.code) == ("journal/contacts/ada.md:1:1", "same-name")
    assert problem.message == "`Grace Hopper` leads to two files, this one and journal/contacts/grace.md"
    assert problem.hint.startswith("`iiv merge grace ada` makes the two one")
    apart = {**files, "contacts/ada.md": ada.replace("aliases", "not: [grace]\naliases")}
    assert problems_of(apart) == []


def test_a_file_called_by_the_name_in_another_is_pointed_out() -> None:
    files = {
        "contacts/ada-lovelace.md": "---\nname: Ada Lovelace\n---\n",
        "contacts/Ada Lovelace.md": "Looms.\n",
    }
    assert problems_of(files) == ["contacts/ada-lovelace.md:1:1: same-name"]
