"""What is wrong with cqpair.toml, and the file that `init` makes."""

TEXTS = {
    "syntax": ("这里不是正确的 TOML 写法", "This is not TOML"),
    "syntax.fix": (
        '一行一项，文字用英文双引号括起来，如 lang = "zh"、ignore = ["T207"]；路径用 / 分隔',
        'one setting a line, texts in straight double quotes: lang = "zh", ignore = ["T207"]; '
        "paths with /",
    ),
    "twice": ("“{key}”写了两次", "“{key}” is written twice"),
    "twice.fix": ("只留一次", "keep one of them"),
    "unknown-key": ("没有“{key}”这一项设置", "There is no setting “{key}”"),
    "unknown-key.fix": (
        "可以写：{keys}；如果是新版本才有的，请升级 cqpair，否则删去或改正",
        "choose from {keys}; if a newer version knows it, upgrade cqpair, "
        "else correct or delete it",
    ),
    "codes": (
        "{key} 应是规则代码的列表，不是“{value}”",
        "{key} should be a list of codes, not “{value}”",
    ),
    "codes.fix": ('写成 ignore = ["T207"]', 'write ignore = ["T207"]'),
    "unknown-code": ("没有“{value}”这条规则", "There is no rule “{value}”"),
    "unknown-code.fix": (
        "写规则的代码、代码开头或名称；运行 cqpair explain 看全部规则",
        "write a rule's code, the beginning of codes, or a name; `cqpair explain` lists them",
    ),
    "refusing": (
        "“{value}”不能忽略：{codes} 查出的内容没有计入统计",
        "“{value}” cannot be ignored: what {codes} finds is not counted",
    ),
    "refusing.fix": (
        "只写不影响统计的规则，如 T207；偶尔不看这类错误，用 validate --ignore",
        "name rules that keep nothing out of the figures, such as T207; `validate --ignore` leaves "
        "others out for once",
    ),
    "line": (
        "{key} 应是一行文字，不是“{value}”",
        "{key} should be one line of text, not “{value}”",
    ),
    "line.fix": (
        '用英文双引号括起来，如 {key} = "…"；不用就删去这一项',
        'put it in straight double quotes, {key} = "…", or delete the setting',
    ),
    "docx": ("base 应是 .docx 文件，不是“{value}”", "base should be a .docx, not “{value}”"),
    "docx.fix": ("另存为 .docx，写它的文件名", "save it as .docx and name that"),
    "no-base": ("没有“{value}”这个文件", "There is no file “{value}”"),
    "no-base.fix": (
        '写相对于数据文件夹的路径，如 base = "红头.docx"，并把文件放进去',
        'write its path from the data folder, such as base = "letterhead.docx", and put it there',
    ),
    "days": (
        "due_days 应是 0 到 {most} 的整数，不是“{value}”",
        "due_days should be a whole number from 0 to {most}, not “{value}”",
    ),
    "days.fix": (
        "写季度结束后几天截止，不加引号，如 due_days = 10",
        "write how many days after the quarter, without quotes: due_days = 10",
    ),
    "choice": ("{key} 不能是“{value}”", "{key} cannot be “{value}”"),
    "choice.fix": ("可以写：{choices}，用英文双引号括起来", "one of {choices}, in straight quotes"),
}
"""What is wrong with a setting, and the way out."""
