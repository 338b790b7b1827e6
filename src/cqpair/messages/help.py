"""Help for the commands and their options."""

TEXTS = {
    "usage": ("用法：{usage}", "Usage: {usage}"),
    "options-mark": ("[选项]", "[OPTIONS]"),
    "arguments": ("参数：", "Arguments:"),
    "options": ("选项：", "Options:"),
    "commands": ("命令：", "Commands:"),
    "help": ("显示本说明", "Show this help"),
    "cqpair": (
        "重庆“一区两群”区县科协对口协同：查结对、核台账、出季度报告。\n依据渝科协发〔2021〕7号。",
        "Chongqing's paired science associations: who pairs with whom, records checked, reports\n"
        "made. After 渝科协发〔2021〕7号.",
    ),
    "data": (
        "数据文件夹；不写则取环境变量 CQPAIR_DATA，再取当前和上级文件夹；\n"
        "都没有，partners、pairs、tasks 用随附的表",
        "The data folder; else CQPAIR_DATA, else the nearest from here upward,\n"
        "else, for partners, pairs and tasks, the tables that come with cqpair",
    ),
    "lang": (
        "语言；不写则取环境变量 CQPAIR_LANG，再看系统语言",
        "Language; else CQPAIR_LANG, else the system's",
    ),
    "version": ("显示版本", "Show the version"),
    "partners": (
        "查谁和谁结对，从哪一边都能查\n\n找不到或有歧义时列出候选，退出码为 1。",
        "Who pairs with whom, from either side\n\n"
        "A name unknown or ambiguous gets its candidates, and exit code 1.",
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
    "status": ("只看这种状态：计划、进行中、已完成", "This status only: 计划, 进行中, 已完成"),
    "match": ("只看提到这段文字的", "Only what mentions this text"),
    "by": (
        "统计表按什么分行：任务领域和结对（默认），或主城协同区、片区",
        "Rows of the tables: areas and pairings (default), or partners or regions",
    ),
    "compare": (
        "和什么时段对比：上一时段、上年同期、不对比",
        "Compare with the previous period, the same a year before, or none",
    ),
    "trace": (
        "列出每个数字所依据的记录（html、markdown、docx、xlsx 总是列出；csv 只列这张表）",
        "Name the records behind each figure (html, markdown, docx, xlsx always do; csv only that)",
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
        "The notice itself (.txt or .docx): pairings, counts, tasks and measures are proved by it",
    ),
    "select": (
        "只用这些规则，如 A3,T202；点名才查的要写全，如 T225",
        "These rules only, such as A3,T202; those on request in full: T225",
    ),
    "ignore": ("不用这些规则", "Not these rules"),
    "strict": ("提醒也算不通过", "Warnings fail too"),
    "code": (
        "规则代码，如 A304；写 A3 列出这一类",
        "A rule's code, such as A304; A3 lists its family",
    ),
    "schema-name": (
        "pairings、tasks：两张数据表；activities：台账（Table Schema）；\n"
        "report、problems、partners、pairs、tasks-output、activities-output：\n"
        "report、validate、partners、pairs、tasks、activities 的 JSON 结果",
        "pairings, tasks: the tables; activities: the records (Table Schema);\n"
        "report, problems, partners, pairs, tasks-output, activities-output: what report,\n"
        "validate, partners, pairs, tasks and activities print as JSON",
    ),
    "new-folder": ("新文件夹的位置", "Where the new folder goes"),
    "demo": (
        "填入一年的演示数据，供试用；全是虚构的，不是真实活动",
        "Fill it with a made-up year (演示数据) to try things on",
    ),
}
