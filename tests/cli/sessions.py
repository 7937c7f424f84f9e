"""Commands one after the other in one process: what each said, on consoles of any encoding and system."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_DRIVER = """\
import shlex, sys, traceback
from iiv.cli.main import main
for line in sys.argv[1:]:
    code = 0
    try:
        main(shlex.split(line), prog_name="iiv")
    except SystemExit as end:
        code = end.code or 0
    except BaseException:
        traceback.print_exc()
        code = 99
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
        stream.buffer.write(b"\\0%d\\0" % code)
        stream.flush()
"""

WITHOUT_POSIX = """\
import builtins, os, shlex, shutil, subprocess, sys, tempfile, types, warnings
import filelock  # has another lock on Windows
with tempfile.TemporaryDirectory() as folder, filelock.FileLock(folder + "/lock"):
    pass
# What is imported only where there is no other way must not be there.
for name in ("fcntl", "grp", "pty", "pwd", "resource", "termios", "tty"):
    sys.modules[name] = None

# Of the module `os`, all that Windows has.
names = '''
    DirEntry PathLike access chdir chmod close cpu_count dup dup2 environ error fdopen fsencode
    fsdecode fspath fstat fsync ftruncate get_exec_path get_terminal_size getcwd getenv getpid
    getppid isatty kill linesep link listdir lseek lstat makedirs mkdir name open path pipe putenv
    read readlink remove removedirs rename replace rmdir scandir sep stat stat_result strerror
    symlink system terminal_size times truncate umask unlink unsetenv urandom utime waitpid walk
    write altsep curdir devnull extsep pardir pathsep
    O_APPEND O_CREAT O_EXCL O_RDONLY O_RDWR O_TRUNC O_WRONLY F_OK R_OK W_OK X_OK
'''
windows_os = types.ModuleType("os")
vars(windows_os).update({name: getattr(os, name) for name in names.split()})
for what in ("dir_fd", "effective_ids", "fd", "follow_symlinks"):
    setattr(windows_os, "supports_" + what, set())

class WindowsSys(types.ModuleType):
    platform = "win32"
    def __getattr__(self, name):
        return getattr(sys, name)

seen = {"os": windows_os, "sys": WindowsSys("sys")}

def import_(name, globals=None, *rest, real=builtins.__import__, **others):
    ours = str((globals or {}).get("__name__")).partition(".")[0] == "iiv"
    return seen[name] if ours and name in seen else real(name, globals, *rest, **others)

def refuse_what_is_open(*paths):
    # Windows neither removes nor replaces a file that is open, or that may not be written.
    held = set()
    for number in os.listdir("/proc/self/fd"):
        try:
            held.add(os.readlink(f"/proc/self/fd/{number}"))
        except OSError:
            pass
    for path in paths:
        if os.path.realpath(path) in held:
            raise PermissionError(13, "The process cannot access the file", str(path))
        if os.path.isfile(path) and not os.stat(path).st_mode & 0o200:
            raise PermissionError(13, "Access is denied", str(path))

def guarded(act):
    def guard(*paths, dir_fd=None):
        refuse_what_is_open(*paths)
        return act(*paths)
    return guard

def rename(source, target, real=os.rename):
    refuse_what_is_open(source)
    if os.path.exists(target):
        raise FileExistsError(17, "Cannot create a file when that file already exists", str(target))
    real(source, target)

class Popen(subprocess.Popen):
    # There a command is one text, and Windows takes it apart.
    def __init__(self, args, *rest, creationflags=0, **others):
        super().__init__(shlex.split(args) if isinstance(args, str) else args, *rest, **others)

subprocess.Popen = Popen
shutil._use_fd_functions = False
os.replace, os.unlink, os.remove, os.rename = *map(guarded, (os.replace, os.unlink, os.remove)), rename
for name in ("replace", "unlink", "remove", "rename"):
    setattr(windows_os, name, getattr(os, name))
builtins.__import__ = import_
warnings.filterwarnings("error", category=EncodingWarning, module="iiv")
"""
"""What makes of this system, for all that can be told from within, one like Windows."""


@dataclass(frozen=True)
class Done:
    """What a command said on standard output and on standard error, and its exit code."""

    code: int
    data: str
    said: str


def session(
    folder: Path, commands: Sequence[str], encoding: str = "utf-8", before: str = "", **env: str
) -> list[Done]:
    """Type these commands in `folder`, at a console of this encoding. `before` runs ahead of the program."""
    flags = ["-X", "utf8=0", "-X", "warn_default_encoding"] if before else ["-X", "utf8=0"]
    done = subprocess.run(
        [sys.executable, *flags, "-c", before + _DRIVER, *commands],
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": encoding, "GIT_CONFIG_NOSYSTEM": "1", **env},
        capture_output=True,
        check=True,
    )
    data, said = (
        output.decode(encoding, errors="replace").split("\0") for output in (done.stdout, done.stderr)
    )
    return [
        Done(int(data[2 * number + 1]), data[2 * number], said[2 * number]) for number in range(len(commands))
    ]
