"""Whole notes in which answers stand beside their questions, as programs export and people type them."""

import pytest

from tests.journal.parse.test_notes_as_people_write import check

NOTES = {
    "a table in Word": """\
Interview with Ada

| **Question** | **Answer** |
|:--|:--|
| How did you get your start in this work? | By chance, through a friend. |
| What\u2019s the most satisfying part of your work? | The moment it clicks. |
| What would you tell someone who wants to do this? | Start small. |

Thanks!
""",
    "fields, as in Dataview": """\
(How did you get your start in this work?:: By chance)
- What\u2019s the most satisfying part of your work?:: The moment it clicks
- [What would you tell someone who wants to do this:: start small]

![[map.png|300]]
%% ask about pay next time %%
""",
    "a line each, as in Apple Notes": """\
Ada 2 March

How did you get your start in this work? By chance, through a friend who knew somebody
What\u2019s the most satisfying part of your work? the moment it clicks
What would you tell someone who wants to do this\tstart small
""",
    "a page's HTML": """\
<table><tbody>
<tr><td><p>How did you get your start in this work?</p></td><td><p>By chance.</p></td></tr>
<tr><td>What&rsquo;s the most satisfying part of your work?</td><td>The moment it clicks.</td></tr>
</tbody></table>
<p>What would you tell someone who wants to do this?<br>Start small.</p>
""",
    "a spreadsheet": """\
Question,Answer
"How did you get your start in this work?","By chance."
"What's the most satisfying part of your work?","The moment it clicks."
"What would you tell someone who wants to do this?","Start small, ""very"" small."
""",
    "definitions": """\
How did you get your start in this work?
:   By chance.

What's the most satisfying part of your work?
~ The moment it clicks.

What would you tell someone who wants to do this?
=> start small
""",
    "subtitles of a recording": """\
WEBVTT

1
00:00:01.000 --> 00:00:04.000
Chris Winter: How did you get your start in this work?

2
00:00:05.000 --> 00:00:09.000
Ada Lovelace: By chance.

3
00:00:10.000 --> 00:00:12.000
Chris Winter: What's the most satisfying part of your work?

4
00:00:13.000 --> 00:00:20.000
Ada Lovelace: The moment it clicks.

5
00:00:21.000 --> 00:00:23.000
Chris Winter: What would you tell someone who wants to do this?

6
00:00:24.000 --> 00:00:26.000
Ada Lovelace: Start small.
""",
    "by somebody who writes Japanese": """\
Q\uff1aHow did you get your start in this work\uff1f
A\uff1aBy chance.

What\u2019s the most satisfying part of your work\uff1fThe moment it clicks.

What would you tell someone who wants to do this\uff1aStart small.
""",
    "by somebody who writes Arabic": """\
\u200fHow did you get your start in this work\u061f\u200f
\u200fBy chance.

**\u200fWhat\u2019s the most satisfying part of your work\u061f** The moment it clicks.

\u200fWhat would you tell someone who wants to do this\u061f Start small.
""",
    "by somebody who writes German": """\
\u201eHow did you get your start in this work?\u201c \u2013 By chance.
\u00bbWhat\u2019s the most satisfying part of your work?\u00ab \u2013 The moment it clicks.
Frage 3: What would you tell someone who wants to do this?
Start small.
""",
}


@pytest.mark.parametrize("body", NOTES.values(), ids=NOTES)
def test_answers_beside_their_questions_are_found(body: str) -> None:
    check(body)
