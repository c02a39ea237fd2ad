"""git's own processes, killed in the middle of a fetch or a push by their remote: what a power cut or an OOM leaves.

Every call of git has a process group of its own, so a program that the remote runs ends it all with ``kill 0``. Each
happens once, when its flag was raised.
"""

from __future__ import annotations

from pathlib import Path

from tests.statefile.clones import git

HOOKS = {
    "push.half": ("pre-receive", ""),
    "push.flight": ("reference-transaction", '[ "$1" = committed ] || exit 0\n'),
}
"""Hooks of the remote: it has the objects and not the branch; it has both, and its answer is lost."""

_ONCE = "#!/bin/sh\n{first}if [ -e '{flag}' ]; then rm '{flag}'; kill -9 0; fi\n"
_PACK = """\
#!/bin/sh
flag='{flag}'
if [ -e "$flag" ]; then
    lock=$(cat "$flag")
    rm "$flag"
    until [ -e "$lock" ]; do sleep 0.01; done
    "$@" | head -c 40
    kill -9 0
fi
exec "$@"
"""
_UPLOAD = "#!/bin/sh\nexec git -c uploadpack.packObjectsHook='{pack}' upload-pack \"$@\"\n"


class Killing:
    """Ways to kill git at what it does with one remote, a bare repository in a folder."""

    def __init__(self, origin: Path) -> None:
        self._origin = origin

    def set_up(self, *clones: Path) -> None:
        """Put the hooks and programs in their places."""
        hooks = self._origin / "hooks"
        hooks.mkdir(exist_ok=True)
        for label, (hook, first) in HOOKS.items():
            self._write(hooks / hook, _ONCE.format(first=first, flag=self._flag(label)))
        pack, upload = self._origin / "kill-pack", self._origin / "kill-upload"
        self._write(pack, _PACK.format(flag=self._flag("fetch.half")))
        self._write(upload, _UPLOAD.format(pack=pack))
        for clone in clones:
            git(clone, "config", "remote.origin.uploadpack", str(upload))

    def at(self, label: str, private: Path) -> None:
        """The next time, kill git there. ``fetch.half``: half a pack has come into ``private``, which is locked."""
        self._flag(label).write_text(str(private / "shallow.lock"))

    def happened(self, label: str) -> bool:
        return not self._flag(label).exists()

    def _flag(self, label: str) -> Path:
        return self._origin / f"kill-{label}"

    def _write(self, path: Path, text: str) -> None:
        path.write_text(text)
        path.chmod(0o755)
