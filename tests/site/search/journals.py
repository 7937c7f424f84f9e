"""A journal of messy notes in many scripts, for searching."""

from typing import Final

MESSY: Final = {
    "questions/start.md": "---\nask: How did you begin?\n---\n",
    "questions/money.md": "---\nask: How does the money work?\n---\n",
    "questions/craft.md": "---\nask: What is the craft of it?\nformerly: [What is hard to learn?]\n---\n",
    "interviews/2026-01-10-ruth-amsel.md": """\
        ---
        contact: Ruth Amsel
        date: 2026-01-10
        role: Weaver
        answers:
          start: |
            She said (quietly) “kindergarten” and "carpentry" and 'plumbing' — by music—orchestra, jazz/blues.
          money: |
            R&D at AT&T paid $4,000, don’t ask; C++ and C# paid more. She wrote for .NET, then stopped.
          craft: |
            #pottery first, ‘weaving’ later: a hand-written pattern, 12.50 a metre, Ruth’s own.
        ---
        """,
    "interviews/2026-02-11-jirina-dvorakova.md": """\
        ---
        contact: Jiřina Dvořáková
        date: 2026-02-11
        ---
        ## start
        A naïve idea in a café; the façade fell. Zoe\u0308 Fuß lent her the straße.
        ## money
        The loan came from her aunt. No bank would. Then pottery paid.
        """,
    "interviews/2026-03-12-solvor-odegaard.md": """\
        ---
        contact: Sølvor Ødegård
        date: 2026-03-12
        ---
        ## start
        By boat, in 2004, with Łucja. Æbler and œufs; þing. Resume later.
        ## money
        Four thousand a month (4 000), or 4000.
        """,
    "interviews/2026-04-13-li-minghua.md": """\
        ---
        contact: 李明华
        date: 2026-04-13
        ---
        ## start
        我在银行工作了十年，后来学陶艺。她说：“手比脑子快。”
        ## money
        先在银行存钱。ガラスとＡＢＣ１２３。
        """,
    "interviews/2026-05-14-layla-haddad.md": """\
        ---
        contact: ليلى حداد
        date: 2026-05-14
        ---
        ## start
        بدأتُ في المكتبة، ثم الخَزَف. العمل باليدين هدوء.
        """,
    "interviews/2026-06-15-mira-kumhar.md": """\
        ---
        contact: मीरा कुम्हार
        date: 2026-06-15
        ---
        ## start
        मिट्टी से शुरुआत हुई। काम धीरे सीखा।
        ## craft
        चाक और पानी। #मिट्टी
        """,
    "interviews/2026-07-16-petr-yolkin.md": """\
        ---
        contact: Пётр Ёлкин
        date: 2026-07-16
        ---
        ## start
        Начал чайником в гараже. Ελένη τον έμαθε: καφές και ξύλο. עִבְרִית קָשָׁה. ฉันเป็นครูสอนดนตรี
        """,
    "interviews/2026-08-17-ipek-isik.md": """\
        ---
        contact: İpek Işık
        date: 2026-08-17
        ---
        ## start
        Su\u00adper\u200bglue and 👩‍🎨 paint. A resumé, twice. The orchestra's tuba; and music, far away.
        """,
    "contacts/ruth-amsel.md": "---\nname: Ruth Amsel\naliases: [Auntie Loom]\nknow: night school\n---\n"
    "## Log\n- 2026-01-12 thanked by card: with a pressed fern\n",
}
