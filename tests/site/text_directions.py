"""A journal in which people speak Hebrew, Arabic and English, for the tests of which way words run."""

from typing import Final

SARAH: Final = "שרה לוי"
QUESTION: Final = "איך התחלת?"
GIST: Final = "במקרה, דרך מוזיקה."
_ADA: Final = f"""\
---
contact: Ada Lovelace
date: 2026-04-01
role: Analyst (retired)
field: חקלאות
helpfulness: 3
interest: 4
introductions: ["{SARAH}"]
---
## {QUESTION}
By accident (through music). #craft
"""

NOTES: Final = {
    "questions/start.md": f'---\nask: "{QUESTION}"\norder: 1\n---\n**כולם התחילו במקרה.** רק Ada ידעה.\n',
    "questions/regret.md": "---\nask: What do you regret?\norder: 2\n---\n",
    "directions/garden.md": """\
---
name: גינה (קטנה)
fields: [חקלאות]
as_of: 2026-03-15
verdicts:
  - verdict: try
    on: 2026-03-10
    why: "שרה שכנעה אותי!"
contradicts: "[[2026-03-02-sarah#start]], [[2026-04-01-ada#start]]"
---
מה מושך: אדמה, מים.
""",
    "contacts/sarah.md": f"""\
---
name: "{SARAH}"
aliases: [Sarah Levi]
email: sarah@example.org
phone: 0123 456
know: "שיעורי ערב, 2019"
respect: "מסבירה דברים קשים בפשטות!"
introduced_by: Ada Lovelace
---
Notes in English (about שרה).

## Log
- 2026-02-10 asked by e-mail
- 2026-02-20 scheduled 2026-03-02 15:00 by video: "בזום, 15:00"
- 2026-05-02 scheduled 2026-06-01 10:00 by video
""",
    "interviews/2026-03-02-sarah.md": f"""\
---
contact: "{SARAH}"
date: 2026-03-02
helpfulness: 4
role: "מנהלת (בכירה)"
organization: "עיריית תל אביב"
field: חקלאות
interest: 2
shift: "לא חשבתי ללמד את זה!"
introductions: ["עמאר حداد"]
tags: [מים]
---
## {QUESTION}
**{GIST}** (כך אמרה) – 30 שנה! #מים

- ראשית, 2 ספרים
- Second, in English: (two) books!

> ציטוט, 1998.

In English she said: it was luck (mostly).

## What do you regret?
**Nothing.** לא כלום, 0 חרטות!

- [ ] לשלוח לה את המאמר (by 2026-03-09)
""",
    "interviews/2026-04-01-ada.md": _ADA,
    "interviews/broken.md": "מכתב without front matter\n",
}
