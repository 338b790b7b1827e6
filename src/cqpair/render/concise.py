"""One line a problem, as compilers write it: for editors, `grep` and long lists."""

from cqpair.check import Findings
from cqpair.problem import Problem
from cqpair.render.problems import summary
from cqpair.render.told import spot
from cqpair.visible import visible


def write_concise(findings: Findings) -> str:
    """`path:line:column: error A304 message`, a line each, then the summary.

    The word for the severity is the same in every language, so that programs may rely on it.
    """
    lines = [*(_line(problem, findings) for problem in findings.problems), summary(findings)]
    return "".join(f"{line}\n" for line in lines)


def _line(problem: Problem, findings: Findings) -> str:
    where = spot(problem.place, findings)
    return f"{where}: {problem.severity.value} {problem.code} {visible(problem.message)}"
