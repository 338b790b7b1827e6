"""`python -m cqpair` is `cqpair`: one run as a process."""

import os


def start() -> None:
    """Run the command of this process and end it; an interrupt is waited for from the first."""
    try:
        from cqpair.cli import run_process

        run_process()
    except KeyboardInterrupt:
        os._exit(130)


if __name__ == "__main__":
    start()
