"""`python -m cqpair` is `cqpair`."""

from cqpair.cli.process import start

if __name__ == "__main__":
    start()
