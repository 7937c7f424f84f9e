from pathlib import Path

import pytest

from iiv.site.safety.page_findings import findings, has_front_matter, weaknesses
from iiv.site.safety.verifying import verify

POLICY = "default-src 'none'; script-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
REFERRER = '<meta name="referrer" content="no-referrer">'
HEAD = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">{REFERRER}'
PAGE = f"<!doctype html><html><head>{HEAD}<title>Ada</title></head><body>CONTENT</body></html>"


def codes(content: str, page: str = PAGE) -> list[str]:
    return [code for code, _ in findings(page.replace("CONTENT", content), "talks/ada.html")]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A private site of one page."""
    site = tmp_path / "site"
    write(site / "index.html", PAGE)
    return site


def write(path: Path, text: str) -> None:
    """A file that only its owner can read, in folders of which the same is true."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o600)


def found(site: Path) -> list[str]:
    return [f"{finding.path}: {finding.code}" for finding in verify(site)]


@pytest.mark.parametrize(
    "content",
    [
        '<script src="../a.js"></script><img src="data:image/png;base64,AA"><svg><use href="#a"/></svg>',
        '<a href="https://example.org">web</a><a href="mailto:a@example.org">mail</a><a href="//x.org">x</a>',
        "<pre>contact: Ada\ndate: 2026-03-02</pre><form><input></form>",
        '<p style="color: red">contact: Ada</p><p>Name: she</p>',
    ],
)
def test_a_page_that_keeps_to_itself(content: str) -> None:
    assert codes(content) == []


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('<script src="https://example.org/a.js"></script>', "outside"),
        ('<link rel="preconnect" href="//example.org">', "outside"),
        ('<link rel="dns-prefetch" href="//example.org">', "outside"),
        ('<img src="a.png" srcset="https://example.org/2x.png 2x">', "outside"),
        ('<video poster="https://example.org/p.png"></video>', "outside"),
        ('<script src="/a.js"></script>', "outside"),
        ('<script src="../../a.js"></script>', "outside"),
        ('<p style="background: url(https://example.org/b.png)">x</p>', "outside"),
        ("<style>@import 'https://example.org/i.css'</style>", "outside"),
        ('<form action="https://example.org"></form>', "outside"),
        ('<a href="#x" ping="https://example.org">x</a>', "outside"),
        ('<meta http-equiv="refresh" content="0;url=x.html">', "refresh"),
        ('<IMG SRC="a.png" OnError="x()">', "handler"),
        ('<a href=" java&#10;script:x()">x</a>', "active-link"),
        ('<a href="data:text/html,x">x</a>', "active-link"),
        ('<object data="a.pdf"></object>', "element"),
        ('<base target="x">', "element"),
        ('<iframe srcdoc="x"></iframe>', "element"),
        ("<hr><p>contact: Ada\ndate: 2026-03-02</p>", "front-matter"),
        ("<!-- name: Ada\nemail: a@example.org -->", "front-matter"),
        ("<br/><dl/><p>ask: Why?<br>order: 3</p>", "front-matter"),
    ],
)
def test_what_makes_a_page_less_than_private(content: str, code: str) -> None:
    assert codes(content) == [code]


def test_a_page_without_a_policy() -> None:
    assert codes("", "<p>bare</p>") == ["no-policy", "no-referrer-policy"]
    late = PAGE.replace("<head>", '<head><script src="a.js"></script>')
    assert codes("", late) == ["late-policy"]
    assert codes("", PAGE.replace("no-referrer", "origin")) == ["no-referrer-policy"]
    assert codes("", PAGE.replace("script-src 'self'", "script-src *")) == ["weak-policy"]


@pytest.mark.parametrize(
    "policy",
    [
        "",
        "default-src 'self'; base-uri 'none'; form-action 'none'",
        "default-src 'none'; form-action 'none'",
        "default-src 'none'; base-uri 'none'",
        *(
            f"{POLICY}; {more}"
            for more in (
                "style-src 'unsafe-inline'",
                "connect-src https:",
                "font-src example.org",
                "style-src data:",
                "worker-src blob:",
                "script-src-elem 'nonce-abc'",
                "report-uri https://example.org",
                "connect-src 'sha256-abc='",
            )
        ),
    ],
)
def test_a_policy_that_lets_something_through(policy: str) -> None:
    assert list(weaknesses(policy))


def test_a_strict_policy_may_name_hashes_and_be_stricter_still() -> None:
    assert not list(weaknesses(POLICY))
    assert not list(
        weaknesses(f"{POLICY}; style-src 'self' 'sha256-abc='; sandbox allow-scripts; ; script-src *")
    )


def test_front_matter_is_two_lines_of_which_one_begins_a_note() -> None:
    assert has_front_matter("x\ncontact: Ada\n\ndate: 2026-03-02")
    assert has_front_matter("email: a@example.org\nname: Ada")
    for text in ("contact: Ada", "contact: Ada\nsaid\ndate: 2026", "role: x\nfield: y", "date: a\ndate: b"):
        assert not has_front_matter(text)


def test_a_private_site(site: Path) -> None:
    write(site / "assets" / "a.css", "p { background: url(b.png) } /*# sourceMappingURL=a.css.map */")
    write(site / "assets" / "a.js", "1\n//# sourceMappingURL=a.js.map")
    write(site / "assets" / "a.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    write(site / "search" / "search_index.json", '{"docs": [{"text": "<pre>name: Ada\\nemail: x</pre>"}]}')
    write(site / "search" / "names-1.js", '(self.iivSearch ||= []).push({"names": []});\n')
    write(site / "looms.txt", "name: Ada\nemail: x")
    assert found(site) == []


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("ada.md", "", "note"),
        ("ada.htm", "<p>bare</p>", "no-policy"),
        ("a.js.map", "{}", "source-map"),
        ("a.js", "//# sourceMappingURL=https://example.org/a.js.map", "source-map"),
        ("a.css", "@import 'https://example.org/a.css';", "outside"),
        ("a.css", "p { background: url(../x.png) }", "outside"),
        ("a.svg", "<svg onload='x'/>", "active-file"),
        ("feed.xml", "<?xml-stylesheet href='x'?><a/>", "active-file"),
        ("a.mhtml", "", "active-file"),
        ("search_index.json", '{"docs": [{"text": "contact: Ada\\ndate: 2026-03-02"}]}', "front-matter"),
        ("search_index.json", '{"docs": 1}', "bad-index"),
        ("search/texts-1.js", "(self.iivSearch ||= []).push({[alert(1)]: 2});\n", "bad-index"),
        ("search/texts-2.js", "(self.iivSearch ||= []).push([]); alert(1);\n", "bad-index"),
        ("search/chunks.js", "alert(1)", "bad-index"),
    ],
)
def test_files_that_make_a_site_less_than_private(site: Path, name: str, text: str, code: str) -> None:
    write(site / name, text)
    assert f"{name}: {code}" in found(site)


def test_a_link_is_no_file_of_a_site(site: Path, tmp_path: Path) -> None:
    (site / "more.txt").symlink_to(tmp_path / "gone")
    assert found(site) == ["more.txt: not-a-file"]


def test_others_on_the_machine_must_not_read_it(site: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        write(site / "files" / name, "")
        (site / "files" / name).chmod(0o644)
    (site / "files").chmod(0o755)
    site.chmod(0o750)
    assert [str(finding) for finding in verify(site)] == [
        ".: open-folder: others on this machine may open this folder (mode 750)",
        "files: open-folder: others on this machine may read this folder (mode 755)",
        "files/a.txt: open-file: others on this machine may read this file (mode 644), and 2 more like it",
    ]


def test_a_folder_without_pages_is_no_site(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    assert found(tmp_path) == [".: no-site"]
