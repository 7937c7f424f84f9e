"""Whole notes with three questions, as people write them who have read no rules."""

import pytest

from tests.builders import a_journal

ASKED = {
    "start": "How did you get your start in this work?",
    "satisfying": "What's the most satisfying part of your work?",
    "advice": "What would you tell someone who wants to do this?",
}
FILES = {f"questions/{id_}.md": f"---\nask: {ask}\n---\n" for id_, ask in ASKED.items()}
FILES["interviews/b.md"] = "---\ncontact: Mary\ndate: 2026-03-02\n---\n"

NOTES = {
    "callouts, as in Obsidian": """\
[[Ada Lovelace]] \u00b7 #interview
tags:: people

> [!abstract]- Summary
> Fell into it. Loves the craft.

> [!question]- How did you get your start in this work? ^start
> By chance, through a friend of [[Mary]].
> - first a summer job
>
> Then for good.

> [!question]+ What\u2019s the most satisfying part of your work?
> The moment it *clicks*. #craft
>> "That is the day I go home whistling."

> [!question] What would you tell someone who wants to do this?
> Start small.

- [ ] send her the article
%% ask about pay next time %%
""",
    "pasted from Word": """\
\u00a0
**Interview with Ada**

1.\u00a0\u00a0\u00a0 **How did you get your start in this work?**

By chance, through a friend. Then for good.

\u2022\u00a0 first a summer job
\u2022\u00a0 then an apprenticeship

2.\u00a0\u00a0\u00a0 **What\u2019s the most satisfying part of your work?**

The moment it clicks.

3.\u00a0\u00a0\u00a0 **What would you tell someone who wants to do this?**

Start small.
""",
    "exported by Google Docs": """\
# **Ada Lovelace \\- 2 March** {#ada-lovelace-2-march}

1\\. How did you get your start in this work? {#1.-how-did-you}

By chance, through a friend\\! Then for good.

* first a summer job\x20\x20
* then for good

## **2\\. What\u2019s the most satisfying part of your work?** {#2.-whats}

The moment it clicks\\.

**3\\) What would you tell someone who wants to do this?**

Start small.
""",
    "exported by Notion": """\
# Ada Lovelace

Date: March 2, 2026
Status: Done

- How did you get your start in this work?
\x20\x20\x20\x20
    By chance, through a friend.
\x20\x20\x20\x20
    - first a summer job
- What\u2019s the most satisfying part of your work?
\x20\x20\x20\x20
    The moment it clicks.
\x20\x20\x20\x20
- **What would you tell someone who wants to do this?**
\x20\x20\x20\x20
    Start small.
\x20\x20\x20\x20

<aside>
\U0001f4a1 Send her the article

</aside>
""",
    "Apple Notes": """\
Ada Lovelace
2 March, video

How did you get your start in this work?
By chance, through a friend.
Then for good.

What\u2019s the most satisfying part of your work?
The moment it clicks.
\u2022\tthe craft
\u2022\tthe people

What would you tell someone who wants to do this
Start small.
""",
    "Bear": """\
# Ada Lovelace
#interviews/2026#

## How did you get your start in this work?
* By chance, through a friend.
* Then for good.
---
## What's the most satisfying part of your work?
::The moment it clicks.::
---
## What would you tell someone who wants to do this?
Start small.
""",
    "a chat, exported": """\
[02/03/2026, 14:02:11] Chris: Thanks so much for doing this over chat!
[02/03/2026, 14:02:40] Ada: my pleasure
[02/03/2026, 14:03:02] Chris: How did you get your start in this work?
[02/03/2026, 14:04:15] Ada: By chance, through a friend \U0001f602
[02/03/2026, 14:04:40] Ada: then for good
[02/03/2026, 14:05:01] Chris: what\u2019s the most satisfying part of your work??
[02/03/2026, 14:06:12] Ada: the moment it clicks
[02/03/2026, 14:07:12] Chris: What would you tell someone who wants to do this
[02/03/2026, 14:08:12] Ada: start small
[02/03/2026, 14:08:30] Chris: \U0001f64f
""",
    "a chat, copied": """\
Chris  2:02 PM
How did you get your start in this work?
Ada  2:04 PM
By chance, through a friend
then for good
Chris  2:05 PM
What's the most satisfying part of your work?
Ada  2:06 PM
the moment it clicks
Chris  2:07 PM
What would you tell someone who wants to do this?
Ada  2:08 PM
start small
""",
    "plain text": """\
INTERVIEW WITH ADA
==================

HOW DID YOU GET YOUR START IN THIS WORK?
----------------------------------------
By chance, through a friend. Then for
good.

WHAT'S THE MOST SATISFYING PART OF YOUR WORK?
---------------------------------------------
The moment it clicks.

WHAT WOULD YOU TELL SOMEONE WHO WANTS TO DO THIS?
-------------------------------------------------
Start small.
""",
    "a transcript": """\
**Chris:** Thank you for taking the time.

**Ada:** Of course.

**Chris:** How did you get your start in this work?

**Ada:** By chance, through a friend.

Then for good.

**Chris:** What's the most satisfying part of your work?

**Ada:** The moment it clicks.

**Chris:** What would you tell someone who wants to do this?

**Ada:** Start small.
""",
    "an outliner": """\
- Ada Lovelace
  id:: 65e2-aa
  collapsed:: true
\t- How did you get your start in this work?
\t  id:: 65e2-ab
\t\t- By chance, through a friend.
\t\t- Then for good.
\t\t\t- really
\t- What\u2019s the most satisfying part of your work?
\t\t- The moment it clicks.
\t- What would you tell someone who wants to do this?
\t\t- Start small.
\t- DONE sent the article
- Other
""",
    "answered by e-mail": """\
On 1 March Chris wrote:
> Dear Ada,
>
> 1. How did you get your start in this work?

By chance, through a friend. Then for good.

> 2. What's the most satisfying part of your work?

The moment it clicks.

> 3. What would you tell someone who wants to do
>    this?

Start small.

Best, Ada
""",
    "the answer in the same line": """\
**How did you get your start in this work?** By chance, through a friend. Then for good.

**What's the most satisfying part of your work?** The moment it clicks.

**What would you tell someone who wants to do this?** Start small.
""",
    "HTML from Word": """\
<p class="MsoNormal"><b><span lang="EN-GB">How did you get your start in this work?</span></b></p>
<p class="MsoNormal">By chance, through a friend.</p>
<p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<p class="MsoNormal"><b>What&rsquo;s the most satisfying part of your work?</b></p>
<p class="MsoNormal">The moment it clicks.</p>
<p class="MsoNormal"><b>What would you tell someone who wants to do this?</b></p>
<p class="MsoNormal">Start small.</p>
""",
    "with arrows": """\
How did you get your start in this work? -> by chance, through a friend
What's the most satisfying part of your work? -> the moment it clicks
What would you tell someone who wants to do this? - start small
""",
}


def check(body: str) -> None:
    """All three answers are in the note, each under its question, and nothing is wrong."""
    note = f"---\ncontact: Ada Lovelace\ndate: 2026-03-02\n---\n{body}"
    reading = a_journal({"interviews/a.md": note, "map.png": b"", **FILES})
    talk = next(talk for talk in reading.journal.interviews if talk.id == "a")
    answers = {answer.question: answer.text.casefold() for answer in talk.answers}
    said = {"start": "by chance", "satisfying": "the moment it", "advice": "start small"}
    assert reading.problems == ()
    assert answers.keys() == said.keys()
    for question, words in said.items():
        assert words in answers[question]
        assert not any(other in answers[question] for other in said.values() if other != words)


@pytest.mark.parametrize("body", NOTES.values(), ids=NOTES)
def test_all_three_answers_are_found(body: str) -> None:
    check(body)


def test_what_a_speaker_led_up_to_a_question_with_is_pointed_out() -> None:
    body = "Chris: So, um, what's the most satisfying part of your work?\nAda: The moment it clicks.\n"
    note = f"---\ncontact: Ada Lovelace\ndate: 2026-03-02\n---\n{body}"
    (problem,) = a_journal({"interviews/a.md": note, **FILES}).problems
    assert (problem.code, problem.hint) == ("unknown-question", f"did you mean `{ASKED['satisfying']}`")
