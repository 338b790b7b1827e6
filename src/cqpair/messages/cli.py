"""What the commands say: of the run, of a made-up folder, of canonical form.

Of the run it is wrong use, and what stands in the way.
"""

TEXTS = {
    "or": ("、", ", "),
    "bug": (
        "cqpair 自身出错（{error}）；没有文件写坏，要么还是原样，要么已整个写好。"
        "详情记在 {log}，请随问题一并反馈。",
        "cqpair itself failed ({error}); no file was damaged, each is as it was or written whole. "
        "Details are in {log}: please send them with your report.",
    ),
    "bug-unlogged": (
        "cqpair 自身出错（{error}）；没有文件写坏，要么还是原样，要么已整个写好。"
        "详情没能记下，请把这句话反馈给我们。",
        "cqpair itself failed ({error}); no file was damaged, each is as it was or written whole. "
        "No log could be written: please report this sentence.",
    ),
    "no-here": (
        "当前文件夹已不存在，请换一个文件夹再运行。",
        "The current folder is gone; change to another and run again.",
    ),
    "language": (
        "没有“{value}”这种语言，只有 zh 和 en。",
        "There is no language “{value}”; choose zh or en.",
    ),
    "setting": (
        "{place} 的设置没有起作用：{why}。{fix}。",
        "{place}: this setting has no effect: {why}; {fix}.",
    ),
    "settings-file": (
        """\
# cqpair.toml：本单位的固定做法，放在数据文件夹里，大家共用。命令行里写了的，以命令行为准。
# 去掉行首的 # 就起作用；写错了，cqpair validate 会指出在哪一行。各项的格式见 cqpair schema config。

# ignore = ["T207"]         # validate 不核对的规则，只能是不影响统计的
# sign = "重庆市科学技术协会"  # 报告的落款
# base = "红头.docx"         # 报告接在本单位的这份 .docx 后面，放在数据文件夹里
# due_days = 10             # 季度结束后几天截止，代替 tasks.yaml 里的
# lang = "zh"               # 提示用的语言：zh 或 en
# format = "table"          # 各命令平时用的格式：table、json、csv、markdown、text……
""",
        """\
# cqpair.toml: your team's own settings, in the data folder, the same for all. What the command line
# says goes first. Remove the # before a setting to turn it on; `cqpair validate` gives the line of
# one that is wrong, `cqpair schema config` what each may be.

# ignore = ["T207"]         # rules that validate leaves out, if they keep nothing from counting
# sign = "重庆市科学技术协会"  # who signs reports
# base = "letterhead.docx"  # the .docx in this folder that reports are added to
# due_days = 10             # days after a quarter that returns are due, for those of tasks.yaml
# lang = "en"               # the language of messages: zh or en
# format = "table"          # what commands print unless told: table, json, csv, markdown, text …
""",
    ),
    "epoch": (
        "SOURCE_DATE_EPOCH 应是秒数，现在是“{value}”。",
        "SOURCE_DATE_EPOCH should be a number of seconds, not “{value}”.",
    ),
    "see-help": ("用法见 {command} --help。", "See `{command} --help`."),
    "no-option": ("没有 {option} 这个选项。", "There is no option {option}."),
    "no-option-near": (
        "没有 {option} 这个选项，是不是 {near}？",
        "There is no option {option}; did you mean {near}?",
    ),
    "before-command": (
        "{option} 写在命令的前面，如 cqpair {option} … {command}。",
        "{option} goes before the command: cqpair {option} … {command}.",
    ),
    "missing": ("还缺 {name}。", "{name} is missing."),
    "no-value": (
        "{option} 后面不写值：写上就是要，不写就是不要。",
        "{option} takes no value: give it or leave it out.",
    ),
    "misuse": ("这样写命令看不懂。", "This command line cannot be understood."),
    "needs-value": ("{option} 后面要写一个值。", "{option} needs a value."),
    "no-command": ("没有“{name}”这个命令。", "There is no command “{name}”."),
    "no-command-near": (
        "没有“{name}”这个命令，是不是 {near}？",
        "There is no command “{name}”; did you mean {near}?",
    ),
    "extra": ("多出来的内容：{words}", "Not expected here: {words}"),
    "choice": (
        "{option} 不能是“{value}”，可以是 {choices}。",
        "{option} cannot be “{value}”; choose one of {choices}.",
    ),
    "choice-near": (
        "{option} 不能是“{value}”，是不是 {near}？可以是 {choices}。",
        "{option} cannot be “{value}”; did you mean {near}? Choose one of {choices}.",
    ),
    "watching": (
        "{time} 核对完毕；文件有改动时重新核对，按 Ctrl-C 停止。",
        "Checked at {time}; checked again when a file changes. Ctrl-C ends it.",
    ),
    "watch-alone": (
        "--watch 只把结果显示出来，也看不出标准输入和管道的改动；"
        "请去掉 --output、- 或 json 之类的格式。",
        "--watch shows what it finds and sees no change of stdin or a pipe; leave out --output, - "
        "and formats for programs such as json.",
    ),
    "day": (
        "{option} 要写到日，如 2021-05-13，现在是“{value}”。",
        "{option} takes a day such as 2021-05-13, not “{value}”.",
    ),
    "no-such-day": (
        "{option}“{value}”：日历上没有这一天。",
        "{option} “{value}”: the calendar has no such day.",
    ),
    "no-period": (
        "请写明时段：2021Q2、2021H1、2021（或用 --quarter、--half、--year），"
        "或 --from 日期 --to 日期。",
        "Say which period: 2021Q2, 2021H1, 2021 (or --quarter, --half, --year), or --from DATE "
        "--to DATE.",
    ),
    "which-quarter": (
        "请写明季度，如 2021Q2（或用 --quarter 2021Q2）。",
        "Say which quarter, such as 2021Q2 (or --quarter 2021Q2).",
    ),
    "which-quarter-option": (
        "请用 --quarter 写明季度，如 --quarter 2021Q2。",
        "Say which quarter with --quarter, such as --quarter 2021Q2.",
    ),
    "several-periods": (
        "时段只能写一个：2021Q2 这样的一个词，--quarter、--half、--year，或 --from 和 --to。",
        "Give one period only: a word such as 2021Q2, --quarter, --half, --year, or --from with "
        "--to.",
    ),
    "half-span": (
        "--from 和 --to 要一起写。",
        "--from and --to go together.",
    ),
    "backward-span": (
        "--from {start} 晚于 --to {end}，请对调。",
        "--from {start} is after --to {end}; swap them.",
    ),
    "no-annex": (
        "{path} 里没有找到结对关系表；请给出通知全文（.txt 或 .docx），包括附件。",
        "{path} holds no table of pairings; give the whole notice (.txt or .docx), annex included.",
    ),
    "no-output": (
        "无法输出结果：{reason}。请检查磁盘空间，或换一个输出位置。",
        "The answer cannot be written: {reason}. See whether the disk is full, or write elsewhere.",
    ),
    "no-file": ("没有这个文件或文件夹：{path}。", "There is no such file or folder: {path}."),
    "no-match": (
        "没有和 {pattern} 相符的文件；请检查文件夹和写法。",
        "No file matches {pattern}; check the folder and the spelling.",
    ),
    "stdin-filename-alone": (
        "--stdin-filename {value} 是给标准输入或管道起的名称；标准输入或管道要写一个，"
        "也只能写一个，如 cqpair {command} -。",
        "--stdin-filename {value} names what comes by stdin or a pipe; give exactly one, as "
        "in `cqpair {command} -`.",
    ),
    "stdin-suffix": (
        "--stdin-filename {value} 看不出是哪种台账；文件名请以 {suffixes} 结尾。",
        "--stdin-filename {value} does not tell what kind of record file it is; end the name in "
        "{suffixes}.",
    ),
    "stdin-unknown": (
        "看不出 {path} 的内容是什么，没有读取：既不是工作簿，也没有台账的列名。"
        "请用 --stdin-filename 2021Q2/wushan.csv 这样的名称说明。",
        "It is not clear what {path} holds, so it was not read: it is not a workbook, and no line "
        "is a header of records. Say it with a name such as --stdin-filename 2021Q2/wushan.csv.",
    ),
    "too-large": (
        "{path} 超过 {most} MB，没有读取；请拆成几个文件，或检查是不是给错了。",
        "{path} holds more than {most} MB and was not read; split it, or check that it is the "
        "right one.",
    ),
    "suffix": (
        "看不出 {path} 要什么格式；文件名请以 {suffixes} 结尾，或用 --format 指定。",
        "{path} does not tell a format; end it in {suffixes}, or say --format.",
    ),
    "not-regular": (
        "{path} 不是普通文件，而是文件夹、管道或设备；请先存成文件，再写它的名字。",
        "{path} is not a regular file but a folder, a pipe or a device; save its content as a file "
        "and name that.",
    ),
    "not-readable": ("无法读取 {path}：{reason}。", "Cannot read {path}: {reason}."),
    "binary": (
        "{form} 不能显示在终端里；请用 --output 报告{suffix} 写入文件。",
        "{form} cannot be shown on a terminal; write it to a file: --output report{suffix}.",
    ),
    "base-docx": (
        "--base 只用于 Word 文档；请加 --format docx，或让 --output 的文件名以 .docx 结尾。",
        "--base is for Word only; add --format docx, or end the name of --output in .docx.",
    ),
    "base-not-docx": (
        "{path} 不是 Word 文档（.docx）；请在 Word 里另存为 .docx 再试。",
        "{path} is not a Word document (.docx); save it as .docx in Word and try again.",
    ),
    "base-damaged": (
        "{path} 读不出来，可能已损坏，或者是模板（.dotx）；请在 Word 里另存为 .docx 再试。",
        "{path} cannot be read: it is damaged or a template (.dotx). Save it as .docx in Word and "
        "try again.",
    ),
    "base-too-large": (
        "{path} 展开后太大；请去掉其中的大图片再试。",
        "{path} is too large when unpacked; take large pictures out of it and try again.",
    ),
    "not-writable": (
        "无法写入 {path}：{reason}。原有文件没有改动。",
        "Cannot write {path}: {reason}. What was there is unchanged.",
    ),
    "stream-not-writable": (
        "无法写入 {path}：{reason}。请检查接收的一方，或换一个输出位置。",
        "Cannot write to {path}: {reason}. Check what receives it, or write somewhere else.",
    ),
    "write-protected": (
        "{path} 是只读的，没有改动；请先取消只读，或写到别的文件。",
        "{path} is write-protected and was left as it is; make it writable, or write to another "
        "file.",
    ),
    "unusable-table": (
        "{place} 有错误（{why}），据此得不出可靠的结果；请运行 cqpair validate，改正后再试。",
        "{place} has an error ({why}), so no result would be reliable; run `cqpair validate`, "
        "correct it and try again.",
    ),
    "records-unchecked": (
        "pairings.yaml 或 tasks.yaml 有错误，台账记录还没有核对；请先改正。",
        "pairings.yaml or tasks.yaml has errors, so no record was checked yet; correct them first.",
    ),
    "left-out-record": (
        "记录有错误，未计入：{place}",
        "A record with errors, not counted: {place}",
    ),
    "left-out-column": (
        "列名有误，列中内容未计入：{place}",
        "A column with a wrong header, not counted: {place}",
    ),
    "left-out-file": (
        "文件未能读取，其中的记录未计入：{place}",
        "A file that could not be read, its records not counted: {place}",
    ),
    "left-out-more": ("另有{n}处未计入。", "{n} more are not counted."),
    "left-out-beside": (
        "对比、累计、连续季度或计划所涉及的其他时段有内容未计入，这些数字可能不全：",
        "Something was left out of other periods in the report; their figures may be too low:",
    ),
    "left-out-why": ("原因见 cqpair validate。", "`cqpair validate` says why."),
    "no-folder-there": (
        "没有这个数据文件夹：{path}。请检查路径，或用 cqpair init 新建一个。",
        "There is no data folder {path}. Check the path, or make one with `cqpair init`.",
    ),
    "no-records-shipped": (
        '随软件附带的只有结对表和任务表，没有台账；请打开一个数据文件夹：cqpair.open("data")。',
        "The tables that come with cqpair have no records; open a data folder: "
        'cqpair.open("data").',
    ),
    "no-records": (
        "{path} 里还没有台账。请把台账放在 {path}/2021Q2/wushan.csv 这样的位置。",
        "There are no records in {path} yet. They go in places like {path}/2021Q2/wushan.csv.",
    ),
    "conflict": (
        "--format {form} 和文件名 {path} 不一致；去掉 --format，或换一个后缀。",
        "--format {form} does not go with {path}; leave --format out, or use another suffix.",
    ),
    "unknown-code": (
        "没有“{code}”这条规则；全部规则见 cqpair explain。",
        "There is no rule “{code}”; `cqpair explain` lists them all.",
    ),
    "no-rules": (
        "--select 和 --ignore 合起来一条规则也不剩，等于没有核对；请改其中一个。",
        "--select and --ignore together leave no rule, so nothing would be checked; change one.",
    ),
    "folder-in-use": (
        "{path} 已经存在，没有改动；请换一个文件夹。",
        "{path} exists already and was left as it is; choose another folder.",
    ),
    "folder-made": (
        "数据文件夹已建好。接着给各单位生成填报模板：cqpair --data {path} template --all "
        "--quarter {quarter} --output forms",
        "The data folder is ready. Next, make the forms that offices fill in: cqpair --data "
        "{path} template --all --quarter {quarter} --output forms",
    ),
}


DEMO = {
    "made": (
        "数据文件夹已建好，其中的记录全是演示数据，不是真实活动。接着可试："
        "cqpair --data {path} report --quarter {quarter}",
        "The data folder is ready. All its records are made up (演示数据). Try next: "
        "cqpair --data {path} report --quarter {quarter}",
    ),
    "readme": (
        "# 演示数据\n\n"
        "本文件夹的记录，还有 submissions、returns 里的报表、remarks 里的补充情况，都是演示数据，"
        "由 `cqpair init --demo` 生成，不是真实活动，不得引用、上报。\n"
        "开始记录真实活动以前，请把这四个文件夹里的内容全部删去。\n",
        "# 演示数据 (made-up records)\n\n"
        "All records in this folder, and what stands in submissions, returns and remarks, were\n"
        "made up by `cqpair init --demo`. None of it happened: do not quote or submit it. Delete\n"
        "all that is in these four folders before you record real activities.\n",
    ),
}
"""What is said about a folder of made-up records."""

FMT = {
    "written": ("已整理：{path}", "Formatted: {path}"),
    "changed": (
        "{path} 在整理期间被改动或删去，已照现状保留，没有整理；请再运行 cqpair fmt。",
        "{path} was changed or removed in the meantime; it stays as it is now and was not "
        "formatted. Run `cqpair fmt` again.",
    ),
    "unchanged": (
        "看了{files}个文件，无需改动。",
        "Files looked at: {files}; nothing to change.",
    ),
    "stale": (
        "有{files}个文件要整理：运行 cqpair fmt；先看改哪里，用 cqpair fmt --diff。",
        "Files to format: {files}. Run `cqpair fmt`, or `cqpair fmt --diff` to see what changes.",
    ),
    "left": (
        "没有改动：{place}：{why}。请先改正，详见 cqpair validate。",
        "Left as it is: {place}: {why}. Correct it first; `cqpair validate` tells more.",
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
    "ids-hidden": (
        "有的记录没有编号，而 {path} 读不了（{why}），新编号可能和里面的重复；先修好它，"
        "里面没有台账的，移出数据文件夹",
        "records lack an id, and {path} cannot be read ({why}), so that a new id might repeat one "
        "that it holds; repair it, or move it out of the data folder if it holds no records",
    ),
    "meaning": (
        "整理后读出的内容会和现在不一样",
        "its canonical form would not read as what it says now",
    ),
}
"""What is said of record files put into canonical form."""
