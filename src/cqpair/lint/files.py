"""F1xx: files that cannot be read, and pieces of them that do not fit."""

from cqpair.lint.rule import OfRejects, Rule, Severity
from cqpair.source import Fault

RULES = (
    Rule("F101", "unreadable-file", Severity.ERROR, OfRejects(Fault.UNREADABLE)),
    Rule("F102", "bad-encoding", Severity.ERROR, OfRejects(Fault.ENCODING)),
    Rule("F103", "legacy-encoding", Severity.WARNING, OfRejects(Fault.LEGACY_ENCODING)),
    Rule("F104", "bad-syntax", Severity.ERROR, OfRejects(Fault.SYNTAX)),
    Rule("F105", "yaml-feature", Severity.ERROR, OfRejects(Fault.YAML_FEATURE)),
    Rule("F106", "repeated-key", Severity.ERROR, OfRejects(Fault.REPEATED_KEY)),
    Rule("F107", "unknown-key", Severity.ERROR, OfRejects(Fault.UNKNOWN_KEY)),
    Rule("F108", "missing-value", Severity.ERROR, OfRejects(Fault.MISSING_VALUE)),
    Rule("F109", "bad-value", Severity.ERROR, OfRejects(Fault.BAD_VALUE)),
    Rule("F110", "row-shape", Severity.ERROR, OfRejects(Fault.ROW_SHAPE)),
    Rule("F111", "open-quote", Severity.ERROR, OfRejects(Fault.OPEN_QUOTE)),
    Rule("F112", "file-not-read", Severity.ERROR, OfRejects(Fault.NOT_READ)),
    Rule("F113", "line-passed-over", Severity.WARNING, OfRejects(Fault.PASSED_OVER)),
    Rule("F114", "hidden-rows", Severity.WARNING, OfRejects(Fault.HIDDEN_ROWS)),
)
