"""What is said of record files put into canonical form."""

TEXTS = {
    "written": ("已整理：{path}", "Formatted: {path}"),
    "changed": (
        "{path} 在整理期间被改动或删去，已照现状保留，没有整理；请再运行 cqpair fmt。",
        "{path} was changed or removed in the meantime; it stays as it is now and was not "
        "formatted. Run `cqpair fmt` again.",
    ),
    "unchanged": (
        "看了 {files} 个文件，无需改动。",
        "Files looked at: {files}; nothing to change.",
    ),
    "stale": (
        "有 {files} 个文件要整理：运行 cqpair fmt；先看改哪里，用 cqpair fmt --diff。",
        "Files to format: {files}. Run `cqpair fmt`, or `cqpair fmt --diff` to see what changes.",
    ),
    "left": (
        "没有改动：{place}：{why}。请先改正，详见 cqpair validate。",
        "Left as it is: {place}: {why}. Mend it first; `cqpair validate` tells more.",
    ),
    "not-csv": (
        "{path} 不是 CSV 台账，原样保留。",
        "{path} is not a CSV file of records and stays as it is.",
    ),
    "only-bytes": (
        "{path} 只改编码、BOM 或换行符，文字不变。",
        "{path} changes in encoding, BOM or line ends only.",
    ),
    "streams": (
        "fmt 一次只能整理一个标准输入或管道，否则几个文件会混在一起；请分几次运行。",
        "fmt takes one stream at a time, since the results of several would run together; run it "
        "once for each.",
    ),
    "clock": (
        "{column}“{value}”写了时刻，或者星期与日期不符，而规范写法只到日；请核对日期，要留的写进“备注”",
        "{column} “{value}” has a time or a weekday that is not the date's, and the canonical form "
        "would drop it; check the date, and move what should be kept to 备注 (note)",
    ),
    "lines-beside": (
        "除了一个列名行和记录，还有标题、合计、说明这样的行，整理会把它们丢掉",
        "besides one header and its records it has titles, totals or notes, which would be lost",
    ),
    "meaning": (
        "整理后读出的内容会和现在不一样",
        "its canonical form would not read as what it says now",
    ),
}
