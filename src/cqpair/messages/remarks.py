"""What is said of remarks: what people know of a period and its records do not tell."""

TEXTS = {
    "nothing": (
        "“{value}”里没有内容",
        "“{value}” says nothing",
    ),
    "nothing.fix": ("写上内容，或者删去这一行", "write what is to be told, or delete the line"),
    "lines": (
        "一句话里有换行",
        "There is a line break within a sentence",
    ),
    "lines.fix": (
        "分成两句，各以“- ”开头",
        "make two sentences of it, each on a line that begins with `- `",
    ),
    "control": (
        "“{value}”里有看不见的控制字符",
        "There is a control character in “{value}”",
    ),
    "control.fix": ("删去这个字符", "delete it"),
    "long": (
        "这句话有{n}个字，太长了",
        "This sentence has {n} characters, which is too long",
    ),
    "long.fix": (
        "分成几句，每句不超过{most}个字",
        "divide it; a sentence has at most {most} characters",
    ),
    "name": (
        "文件名“{value}”不是时段，没有报告会用它",
        "The file name “{value}” is not a period, so no report uses it",
    ),
    "name.fix": (
        "改名为 2021Q2.yaml、2021H1.yaml 或 2021.yaml 这样",
        "name it by its period, such as 2021Q2.yaml, 2021H1.yaml or 2021.yaml",
    ),
    "twice": (
        "{period}有两个补充情况文件，不知道用哪个，都没有用",
        "There are two files of remarks for {period}; neither is used",
    ),
    "twice.fix": ("并成一个文件", "make one file of them"),
    "not-read": (
        "这个文件不是 YAML，里面的补充情况没有读",
        "This file is not YAML; the remarks in it were not read",
    ),
    "not-read.fix": (
        "写成 .yaml 文件；与报告无关的，移到别处",
        "write it as .yaml, or move it elsewhere",
    ),
    "left-out": (
        "{place}：{why}。报告已经生成，但没有用{period}的补充情况；改正后再出一次，详见 cqpair "
        "validate。",
        "{place}: {why}. The report was made without the remarks on {period}; correct this and "
        "make it again. `cqpair validate` tells more.",
    ),
    "hint": (
        "数据里没有、报告里要写的，可以写进 {path}：highlights（亮点）、problems（问题）、"
        "next（打算）下面每行一句，以“- ”开头；以后每次出报告都会带上。",
        "What the records do not tell can be written into {path}: sentences under `highlights`, "
        "`problems` and `next`, each on a line that begins with `- `. Every report of the period "
        "has them from then on.",
    ),
    "readme": (
        "# 补充情况\n\n"
        "数据里没有、报告里要写的，写在这个文件夹里，一个时段一个文件，文件名就是时段：\n"
        "`2021Q2.yaml`（季度）、`2021H1.yaml`（半年）、`2021.yaml`（全年）。\n"
        "一个时段的报告只用这个时段的文件，半年、全年的报告不会把各季度的拼起来。\n\n"
        "```yaml\n"
        "highlights:\n"
        "- 值得一说的做法和成效，一行一句。\n"
        "problems:\n"
        "- 存在的问题。\n"
        "next:\n"
        "- 下一步打算。\n"
        "```\n\n"
        "三个键都可以不写。每句最多500个字，照原样写进报告，句号可以不写；句子里有“#”、"
        "英文冒号的，用引号括起来。\n"
        "只用于全部结对、全部任务的报告，用 --pair、--area、--lead 缩小了范围的不用。\n"
        "改完运行 `cqpair validate`：有错的文件整个不用，出报告时会提示。\n",
        "# Remarks\n\n"
        "What the records do not tell and a report should: one file a period, named by it, such\n"
        "as `2021Q2.yaml`, `2021H1.yaml` or `2021.yaml`. The report of a period uses its own file\n"
        "only; that of a year does not join those of its quarters.\n\n"
        "```yaml\n"
        "highlights:\n"
        "- What is worth telling, a sentence a line.\n"
        "problems:\n"
        "- What is wrong.\n"
        "next:\n"
        "- What is intended.\n"
        "```\n\n"
        "Each key may be left out. A sentence has at most 500 characters and is taken over as it\n"
        "is, so write Chinese, since reports are Chinese; a last full stop is added. One with `#`\n"
        "or a colon stands in quotes.\n"
        "A report narrowed by --pair, --area or --lead uses none of it.\n"
        "After an edit run `cqpair validate`: a file with an error is not used at all, and the\n"
        "report says so.\n",
    ),
}
