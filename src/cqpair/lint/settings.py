"""F117: what a team settled in cqpair.toml, where it does not fit."""

from cqpair.lint.rule import Example, Manual, OfRejects, Rule, Severity
from cqpair.source import Fault

F117 = Rule(
    "F117",
    "bad-setting",
    Severity.ERROR,
    OfRejects(Fault.SETTING),
    manual=Manual(
        ("设置有误", "a setting that does not fit"),
        what=(
            "数据文件夹里的 cqpair.toml 有不认得的项、不合格的值，忽略了不能忽略的规则，或者 base "
            "指的文件不存在。可以写的是 ignore、sign、base、due_days、lang、format。",
            "cqpair.toml in the data folder has a setting that this version does not know, a value "
            "that does not fit, an `ignore` of what cannot be ignored, or a `base` that is not "
            "there. The settings are ignore, sign, base, due_days, lang and format.",
        ),
        why=(
            "写错的设置不起作用：报告会少了落款，该忽略的仍会报出来，而人以为已经设好了。",
            "What is wrong has no effect: a report lacks its signature, a rule reports what was to "
            "be left out, and everybody believes that it was settled.",
        ),
        example=Example("cqpair.toml", 'ignore = "T207"', 'ignore = ["T207"]'),
    ),
)


RULES = (F117,)
