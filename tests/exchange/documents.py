"""Documents of a word processor, as small as they can be."""

import zipfile
from collections.abc import Mapping
from html import escape
from io import BytesIO

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def a_paragraph(text: str, style: str = "", more: str = "") -> str:
    """The XML of a paragraph; newlines are line breaks, `more` are further properties."""
    name = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = "<w:br/>".join(f"<w:t>{escape(line)}</w:t>" for line in text.split("\n"))
    return f"<w:p><w:pPr>{name}{more}</w:pPr><w:r>{runs}</w:r></w:p>"


def a_document(*paragraphs: str, before: str = "", parts: Mapping[str, str] | None = None) -> bytes:
    """A document that holds the XML of these paragraphs, and other `parts` by their names."""
    inside = f"<w:document {_W}><w:body>{''.join(paragraphs)}</w:body></w:document>"
    body = f"<?xml version='1.0' encoding='UTF-8'?>{before}{inside}"
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", body)
        for name, xml in (parts or {}).items():
            file.writestr(
                name,
                xml.replace("<w:styles>", f"<w:styles {_W}>").replace("<w:numbering>", f"<w:numbering {_W}>"),
            )
    return content.getvalue()
