"""`python -m cqpair` is `cqpair`."""

import sys

from cqpair.cli import main

sys.exit(main())
