import pytest

from iiv.method.statistics.few import days, listed, mean, middle


def test_of_few_there_is_no_mean_and_no_middle() -> None:
    assert (mean([1, 2, 3, 4]), middle([1, 2, 3, 4])) == (None, None)
    assert (mean([1, 2, 3, 4, 5, 5]), middle([1, 2, 3, 4, 5, 5])) == (3.3, 3.5)


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["one"], "one"), (["one", "two"], "one and two"), (["a", "b", "c"], "a, b and c")],
)
def test_words_in_a_sentence(words: list[str], said: str) -> None:
    assert listed(words) == said


@pytest.mark.parametrize(
    ("number", "said"), [(0, "the same day"), (1, "1 day"), (2, "2 days"), (2.5, "2.5 days")]
)
def test_days_in_words(number: float, said: str) -> None:
    assert days(number) == said
