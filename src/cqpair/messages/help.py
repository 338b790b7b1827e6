"""Help for the commands and their options."""

TEXTS = {
    "usage": ("用法：{usage}", "Usage: {usage}"),
    "options-mark": ("[选项]", "[OPTIONS]"),
    "arguments": ("参数：", "Arguments:"),
    "options": ("选项：", "Options:"),
    "commands": ("命令：", "Commands:"),
    "this": ("显示本说明", "Show this help"),
    "help": (
        "显示一个命令的说明；不写命令则列出全部",
        "Help for a command; without one, the list of all",
    ),
    "command": ("命令", "A command"),
    "quiet": (
        "不输出提示，只输出结果和错误；写在命令前后都可以",
        "No notes, only the answer and errors; before or after the command",
    ),
    "install-completion": (
        "给终端装上 Tab 补全：bash、zsh、fish、powershell；不写则看用的是哪种",
        "Let the shell complete on Tab: bash, zsh, fish, powershell; the one in use by default",
    ),
    "show-completion": (
        "只显示补全脚本，不安装",
        "Print the completion script instead",
    ),
    "cqpair": (
        "重庆“一区两群”区县科协对口协同：查结对、核台账、出季度报告。\n依据渝科协发〔2021〕7号。",
        "Chongqing's paired science associations: see who pairs with whom, check records, write\n"
        "reports. Based on 渝科协发〔2021〕7号.",
    ),
    "data": (
        "数据文件夹；不写则取环境变量 CQPAIR_DATA，再取当前和上级文件夹；\n"
        "都没有，partners、pairs、tasks 用随附的表",
        "The data folder; else CQPAIR_DATA, else the nearest from here upward,\n"
        "else, for partners, pairs and tasks, the tables that come with cqpair",
    ),
    "lang": (
        "语言；不写则取环境变量 CQPAIR_LANG，再看 cqpair.toml，再看系统语言",
        "Language; else CQPAIR_LANG, else cqpair.toml's, else the system's",
    ),
    "version": ("显示版本", "Show the version"),
    "partners": (
        "查谁和谁结对，从哪一边都能查\n\n找不到或有歧义时列出候选，退出码为 1。",
        "Who pairs with whom, from either side\n\n"
        "An unknown or ambiguous name lists the candidates, with exit code 1.",
    ),
    "pairs": ("列出附件的全部结对", "The annex as a table"),
    "tasks": ("列出六项重点任务、三项保障措施及其举措", "Task areas and safeguards with measures"),
    "activities": (
        "列出活动记录，带文件和行号\n\n用与 report 相同的选项，列出的正是报告数字背后的记录。",
        "The records themselves, with file and line\n\n"
        "The options of `report` list exactly the records behind its figures.",
    ),
    "validate": (
        "核对结对表、任务表和台账，指出问题的位置和改法\n\n"
        "有错误退出码为 1；加 --strict 时有提醒也为 1。",
        "Check tables and records: every problem, its place and the way out\n\n"
        "Exit code 1 for errors; with --strict for warnings too.",
    ),
    "fmt": (
        "把 CSV 台账整理成规范写法，内容不变\n\n"
        "统一列名、列序、日期、数字、单位简称，补编号，存成带 BOM 的 UTF-8。有不合格内容的\n"
        "文件原样保留，退出码为 1。YAML（结对表、任务表、台账）和 xlsx 一律不动。",
        "Put CSV records into canonical form, their meaning unchanged\n\n"
        "One header and order, one way to write dates, figures and names, an id for each record,\n"
        "UTF-8 with BOM. A file that holds what does not fit is left as it is, with exit code 1.\n"
        "YAML (both tables, and records) and xlsx are never touched.",
    ),
    "explain": (
        "说明一条核对规则；不写代码则列出全部",
        "A rule's manual; all rules without a code",
    ),
    "schema": (
        "输出数据表、台账和各种 JSON 结果的结构说明\n\n"
        "供编辑器补全和检查，也供读取这些数据的程序使用。",
        "Schemas of the tables, the records and every JSON answer\n\n"
        "For editors that complete and check, and for programs that read the data.",
    ),
    "report": (
        "按任务领域、结对、主城协同区或片区汇总一个时段\n\n"
        "时段写 2021Q2、2021H1、2021 之一（或用 --quarter、--half、--year），或 --from 和 --to。\n"
        "有错误的记录不计入，此时退出码为 1。",
        "Sum up a period by task area, pairing, partner or region\n\n"
        "Give 2021Q2, 2021H1 or 2021 (or --quarter, --half, --year), or --from with --to. Records\n"
        "with errors are not counted; the exit code is then 1.",
    ),
    "template": (
        "为各科协生成填报模板（xlsx），每个单位一个文件\n\n"
        "单位和季度已经填好，下拉列表里只有本单位的结对方，举措随所选的任务领域而变。\n"
        "已有的文件可能已经填过，不加 --force 不会覆盖。",
        "The forms that offices fill in (xlsx), a file for each\n\n"
        "Office and quarter are filled in; drop-downs hold its own partners only, and measures of\n"
        "the area chosen. A file that is there may have been filled in: it is not replaced\n"
        "without --force.",
    ),
    "reconcile": (
        "找出像是同一活动、由结对的几方各报了一次的记录，记下是不是\n\n"
        "在终端里逐对询问；也可以用 --same、--different 直接写。认定过的不再问；"
        "同一活动只算保留的\n"
        "那一条。",
        "Records that may be one event reported by several sides; what you decide is kept\n\n"
        "On a terminal it asks, pair by pair; --same and --different say it outright. What is\n"
        "decided is not asked again; one event counts as the record that is kept.",
    ),
    "same": ("这两条是同一活动", "These two are one event"),
    "keep": ("保留哪一条；不写则保留第一条", "Which of them counts; the first by default"),
    "different": ("这两条是两个活动", "These two are two events"),
    "init": ("新建一个数据文件夹", "Make a new data folder"),
    "names": (
        "区县名：简称、全称、科协名、曾用名、代码、拼音或首字母都可以",
        "A name: short, full, of the office, former, code, pinyin or initials",
    ),
    "on": ("以哪一天为准，默认今天", "As of which day; today by default"),
    "format": ("输出格式", "Output format"),
    "region": ("只看这一片区", "This region only"),
    "mode": ("只看这种方式", "This mode only"),
    "area": (
        "任务领域：1 到 6，或保障1 到保障3；标题、代码也可以",
        "Task area: 1 to 6, or 保障1 to 保障3; titles and codes too",
    ),
    "period": (
        "时段：2021Q2、2021H1 或 2021，也可以写 2021年二季度、2021年上半年",
        "A period: 2021Q2, 2021H1 or 2021",
    ),
    "quarter": ("季度", "A quarter"),
    "half": ("半年", "A half-year"),
    "year": ("年份", "A year"),
    "from": ("起始日期", "First day"),
    "to": ("截止日期", "Last day"),
    "pair": ("只看这一对，写任何一方", "This pairing only, by either side"),
    "lead": (
        "只看这类单位牵头的：科协、党委政府、部门、学会、企业、其他",
        "Led by this kind of body only: 科协, 党委政府, 部门, 学会, 企业, 其他",
    ),
    "with-status": ("只看这种状态：计划、进行中、已完成", "This status only: 计划, 进行中, 已完成"),
    "match": ("只看提到这段文字的", "Only what mentions this text"),
    "exemplar": ("只看推荐典型", "Only those recommended as exemplars"),
    "by": (
        "统计表按什么分行：任务领域和结对（默认），或主城协同区、片区",
        "Rows of the tables: areas and pairings (default), or partners or regions",
    ),
    "compare": (
        "和什么时段对比：上期、上年同期、不对比",
        "Compare with the previous period, the same a year before, or none",
    ),
    "trace": (
        "列出每个数字所依据的记录（html 总是列出，折叠着；csv 只列这张表）",
        "Name the records behind each figure (html always does, folded; csv only that)",
    ),
    "full": (
        "在终端上显示全文；不写则只显示要点",
        "On a terminal show all of it; otherwise the main points",
    ),
    "sign": (
        "落款单位；不写则留出盖章、签字的位置",
        "The office that signs; without it there is room for a seal and a signature",
    ),
    "base": (
        "本单位的 .docx 文件，保留其页眉、页脚和已有内容，报告接在后面",
        "Your office's own .docx: its header, footer and contents stay, the report follows",
    ),
    "output": (
        "写入文件，格式看后缀；- 是标准输出",
        "Write to a file, its suffix tells the format; - is stdout",
    ),
    "stdin-filename": (
        "标准输入或管道里的内容叫什么：后缀定格式，文件夹定季度",
        "What stdin or a pipe would be called: the suffix tells the\n"
        "format, the folder the quarter",
    ),
    "paths": (
        "要核对的文件或文件夹，- 是标准输入；不写则核对整个数据文件夹",
        "Files or folders to check, - is stdin; the whole data folder by default",
    ),
    "fmt-paths": (
        "要整理的文件或文件夹；- 是标准输入，结果写到标准输出；不写则整理数据文件夹里的全部台账",
        "Files or folders to format; - is stdin, its canonical form goes to stdout; all records\n"
        "of the data folder by default",
    ),
    "check": (
        "只检查，不写；列出要改的文件，有则退出码为 1",
        "Write nothing; name the files that would change, exit code 1 if any",
    ),
    "diff": ("只显示会怎么改，不写", "Write nothing; show what would change"),
    "notice": (
        "通知原文（.txt 或 .docx），逐行核对结对表、数目、任务和举措",
        "The notice itself (.txt or .docx): pairings, counts, tasks and measures are checked "
        "against it",
    ),
    "select": (
        "只用这些规则，如 A3,T202；点名才查的要写全，如 T225",
        "These rules only, such as A3,T202; those on request in full: T225",
    ),
    "ignore": ("不用这些规则", "Not these rules"),
    "strict": ("提醒也算不通过", "Warnings fail too"),
    "watch": (
        "一直运行，文件有改动就重新核对；按 Ctrl-C 停止",
        "Keep running, and check again when a file changes; Ctrl-C ends it",
    ),
    "code": (
        "规则代码，如 A304；写 A3 列出这一类",
        "A rule's code, such as A304; A3 lists its family",
    ),
    "schema-name": (
        "pairings、tasks：两张数据表；config：设置（cqpair.toml）；remarks：补充情况；\n"
        "activities：台账（Table Schema）；yaml-records：写成 YAML 的台账；\n"
        "report、problems、partners、pairs、import、status、reconcile、changes、rules、\n"
        "tasks-output、activities-output：report、validate、partners、pairs、import、status、\n"
        "reconcile、changes、explain、tasks、activities 的 JSON 结果",
        "pairings, tasks: the tables; config: the settings (cqpair.toml); remarks;\n"
        "activities: the records (Table Schema); yaml-records: records written as YAML;\n"
        "report, problems, partners, pairs, import, status, reconcile, changes, rules,\n"
        "tasks-output, activities-output: what report, validate, partners, pairs, import,\n"
        "status, reconcile, changes, explain, tasks and activities print as JSON",
    ),
    "all": ("附件所列的全部单位", "Every office of the annex"),
    "output-folder": (
        "放在哪个文件夹，没有就新建；默认是当前文件夹",
        "Into which folder, made if need be; the current one by default",
    ),
    "force": ("覆盖已有的文件", "Replace files that are there"),
    "new-folder": ("新文件夹的位置", "Where the new folder goes"),
    "demo": (
        "填入一年的演示数据，供试用；全是虚构的，不是真实活动",
        "Fill it with a made-up year (演示数据) to try things on",
    ),
    "import": (
        "导入各单位报来的表\n\n"
        "Excel、WPS、Word 里的表、CSV 都可以。一个文件要么全部导入，要么一条也不导入；"
        "原件原样留存。",
        "Import the returns that offices sent\n\n"
        "Workbooks, tables of Word documents, CSV. A file goes in whole or not at all; the\n"
        "original is kept as it came.",
    ),
    "import-files": (
        "报来的文件，或放着这些文件的文件夹；- 是标准输入",
        "The files that were sent, or a folder in which they lie; - is stdin",
    ),
    "import-name": (
        "标准输入或管道里的内容叫什么，单位和季度可以从名称里看",
        "What stdin or a pipe would be called; the name may tell office and quarter",
    ),
    "sender": ("报送单位，文件里看不出时写", "Who sent it, where the file does not say"),
    "received": ("收到日期，不写则为今天", "The day it came; today by default"),
    "import-area": (
        "没有填任务领域的行都属于这个领域",
        "The area of all rows that name none",
    ),
    "unit": ("没有写单位的金额是元还是万元", "The unit of amounts that name none"),
    "header-row": ("列名在第几行", "The row of the header"),
    "into-note": ("不认识的列写进备注，可多次使用", "Put an unknown column in the note"),
    "leave-out": (
        "不认识的列、没有表格的工作表不要，可多次使用",
        "Leave an unknown column, or a sheet without a table, out",
    ),
    "supplement": (
        "这是补报或更正，不在新表里的记录保留",
        "It adds or corrects; earlier records that it lacks stay",
    ),
    "replace": (
        "这是整份重报，不在新表里的记录撤回",
        "It is now the whole return; earlier records that it lacks are withdrawn",
    ),
    "dry-run": ("只显示会怎样，什么也不写入", "Show what would happen and write nothing"),
    "mark": (
        "把没有导入的工作簿另存一份到这个文件夹，标出错处",
        "Put a copy of each refused workbook into this folder, its wrong cells marked",
    ),
    "status": (
        "看一个季度谁报了、谁没报\n\n"
        "应报单位、截止日期、是否由一方代表结对双方，见 tasks.yaml 的 reporting。默认结对一方\n"
        "报送、零报告或有记录的，对方也算已报。加 --strict 时有单位未报则退出码为 1。",
        "Who has reported for a quarter and who has not\n\n"
        "Who should, until when, and whether one side stands for its pairing is said under\n"
        "`reporting` in tasks.yaml; by default what one side sends, or has on record, stands for\n"
        "both. With --strict the exit code is 1 while anyone is missing.",
    ),
    "due": (
        "截止日期；默认是季度结束后 due_days 天（先看 cqpair.toml，再看 tasks.yaml）",
        "The last day in time; by default due_days after the quarter, of cqpair.toml, else of "
        "tasks.yaml",
    ),
    "status-on": (
        "以哪一天为准：此后收到的不算，区划也按那天；默认算至今收到的，区划按季度的最后一天",
        "As of which day: what came later does not count, and the map is that day's; by default "
        "all that came, and the map of the quarter's last day",
    ),
    "quarter-word": ("季度：2021Q2，也可以写 2021年二季度", "A quarter: 2021Q2"),
    "strict-missing": ("有单位未报则退出码为 1", "Exit code 1 while anyone is missing"),
    "remind": (
        "给每个未报的单位写一份催报通知（.txt）到这个文件夹，已有的覆盖",
        "Write a reminder (.txt) for each office that is missing into this folder, over old ones",
    ),
    "nil": (
        "登记零报告：单位报告本季度没有开展活动\n\n"
        "该单位在这个季度有记录的，退出码为 1，什么也不写。",
        "Enter a nil report: offices that had nothing to report\n\n"
        "Exit code 1, and nothing is written, where one has records in that quarter.",
    ),
    "nil-note": ("备注，如“电话报送”", "A note, such as “by telephone”"),
    "add": (
        "添加一条记录，输出它的编号\n\n"
        "日期、区县、协同区、任务领域和名称必填。在终端里缺了会逐项询问；不在终端里则退出码为 2。\n"
        "按 validate 的规则核对，有错误的不写，退出码为 1。",
        "Add one record and print its id\n\n"
        "Date, county, partners, area and title are required. On a terminal what is missing is\n"
        "asked for; elsewhere the exit code is 2. The rules of `validate` are applied: a record\n"
        "with an error is not written, with exit code 1.",
    ),
    "add-exemplar": ("推荐为典型", "Recommend it as an exemplar"),
    "close": (
        "把一个季度定稿：照签发时的样子留存\n\n"
        "数字和每条记录都记入 submissions/2021Q2/closed.json，以后的补报、更正、撤回\n"
        "由 changes 列出。有错误、有记录没有编号的季度不能定稿。",
        "Keep a quarter as it was signed\n\n"
        "Its figures and every record go into submissions/2021Q2/closed.json; what differs\n"
        "later is listed by changes. A quarter that has errors or a record without an id is not\n"
        "closed.",
    ),
    "reopen": (
        "定稿的季度重新开放，可以补报、更正\n\n改完后再运行 close。",
        "Let a closed quarter take changes again\n\nRun close again when they are in.",
    ),
    "changes": (
        "定稿以后变了什么：补报、更正、撤回",
        "What differs since a quarter was closed: records added, corrected, withdrawn",
    ),
    "closing-quarter": ("季度，如 2021Q2", "A quarter, such as 2021Q2"),
    "reopen-office": (
        "只向这个单位开放；不写则向所有单位开放",
        "For this office only; for all by default",
    ),
    "why": ("为什么重新开放", "Why it is reopened"),
    "report-force": (
        "季度已定稿也覆盖原有的文件",
        "Overwrite the file though the quarter is closed",
    ),
}
