"""Finding and reading files."""

TEXTS = {
    "no-folder": (
        "没有这个数据文件夹：{path}。请检查 --data 或 CQPAIR_DATA，或用 cqpair init 新建一个。",
        "There is no data folder {path}. Check --data or CQPAIR_DATA, or make one with "
        "`cqpair init`.",
    ),
    "no-tables": (
        "{path} 不是数据文件夹：里面没有 pairings.yaml。可用 cqpair init 新建一个。",
        "{path} is not a data folder: it has no pairings.yaml. `cqpair init` makes one.",
    ),
    "none-found": (
        "{path} 及其上级没有数据文件夹（其中应有 pairings.yaml）。"
        "请用 --data 指定，或用 cqpair init 新建一个。",
        "Neither {path} nor a folder above it is a data folder (one holds pairings.yaml). Name "
        "one with --data, or make one with `cqpair init`.",
    ),
    "missing-file": ("缺少这个文件", "This file is missing"),
    "missing-file.fix": (
        "从备份或版本库取回，或用 cqpair init 在别处新建一套再拷过来",
        "restore it, or copy it from a folder that `cqpair init` makes",
    ),
    "no-file": ("这不是文件", "This is not a file"),
    "no-file.fix": ("换成一个文件，或移到别处", "put a file here, or move it elsewhere"),
    "unreadable": ("读不了这个文件：{reason}", "This file cannot be read: {reason}"),
    "unreadable.fix": (
        "检查有没有读取权限、是否正被别的程序占用",
        "see that you may read it, and that no other program holds it",
    ),
    "not-read": (
        "这个文件不是能读的格式，里面的记录没有统计",
        "This kind of file is not read; records in it are not counted",
    ),
    "not-read.fix": (
        "另存为 .csv、.xlsx 或 .yaml；与台账无关的，移到别处",
        "save it as .csv, .xlsx or .yaml, or move it elsewhere",
    ),
}
