"""A command whose streams are a terminal, and what is seen there."""

import os
import pty
import sys


def on_terminal(*words: str, keys: bytes = b"", **setting: str) -> tuple[int, str]:
    """The exit code of a command whose three streams are a terminal, and what it shows there."""
    environment = {**os.environ, "TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8", **setting}
    pid, screen = pty.fork()
    if pid == 0:
        command = [sys.executable, "-m", "cqpair", *words]
        os.execve(command[0], command, environment)
    os.write(screen, keys)
    shown = b""
    try:
        while part := os.read(screen, 65536):
            shown += part
    except OSError:  # the end, as a terminal tells it
        pass
    os.close(screen)
    _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status), shown.decode("utf-8", "replace")
