"""F1xx: files that cannot be read, and pieces of them that do not fit."""

from cqpair.lint.rule import Rule, Severity, rejected
from cqpair.source import Fault

RULES = (
    Rule("F101", "unreadable-file", Severity.ERROR, rejected(Fault.UNREADABLE)),
    Rule("F102", "bad-encoding", Severity.ERROR, rejected(Fault.ENCODING)),
    Rule("F103", "legacy-encoding", Severity.WARNING, rejected(Fault.LEGACY_ENCODING)),
    Rule("F104", "bad-syntax", Severity.ERROR, rejected(Fault.SYNTAX)),
    Rule("F105", "yaml-feature", Severity.ERROR, rejected(Fault.YAML_FEATURE)),
    Rule("F106", "repeated-key", Severity.ERROR, rejected(Fault.REPEATED_KEY)),
    Rule("F107", "unknown-key", Severity.ERROR, rejected(Fault.UNKNOWN_KEY)),
    Rule("F108", "missing-value", Severity.ERROR, rejected(Fault.MISSING_VALUE)),
    Rule("F109", "bad-value", Severity.ERROR, rejected(Fault.BAD_VALUE)),
    Rule("F110", "row-shape", Severity.ERROR, rejected(Fault.ROW_SHAPE)),
    Rule("F111", "open-quote", Severity.ERROR, rejected(Fault.OPEN_QUOTE)),
    Rule("F112", "file-not-read", Severity.ERROR, rejected(Fault.NOT_READ)),
    Rule("F113", "line-passed-over", Severity.WARNING, rejected(Fault.PASSED_OVER)),
    Rule("F114", "hidden-rows", Severity.WARNING, rejected(Fault.HIDDEN_ROWS)),
)
