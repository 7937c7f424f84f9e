"""What a site cannot be built or served without, as exceptions whose message is for the person.

SiteError
├── ConfigError         mkdocs.yml cannot be used
├── ForeignFolderError  the site's folder is not ours to replace
├── BuildFailedError    a template, the theme or the disk stopped the build
├── PolicyError         a page has no place for its policy
└── PortError           the server cannot have its port
"""

from __future__ import annotations


class SiteError(Exception):
    """The site could not be built or served. `str()` is a sentence for the person."""


class ConfigError(SiteError):
    """mkdocs.yml is missing, broken, or not the file of a journal."""


class ForeignFolderError(SiteError):
    """The folder that the site should replace was not made by iiv."""


class BuildFailedError(SiteError):
    """Something other than a note stopped the build. The last good site is as it was."""


class PolicyError(SiteError):
    """A page has no head, so nothing can tell a browser what it may load."""


class PortError(SiteError):
    """The port is taken, or not for this user."""
