"""The words around problems."""

TEXTS = {
    "wrong": ("错：", "wrong: "),
    "right": ("对：", "right: "),
    "error": ("错误", "error"),
    "warning": ("提醒", "warning"),
    "fix": ("改法：", "fix: "),
    "related": ("另见：", "see also: "),
    "found": (
        "核对了 {files} 个文件、{records} 条记录：错误 {errors} 个，提醒 {warnings} 个。",
        "Checked: files {files}, records {records}. Found: errors {errors}, warnings {warnings}.",
    ),
    "none": (
        "核对了 {files} 个文件、{records} 条记录，没有发现问题。",
        "Checked: files {files}, records {records}. No problems found.",
    ),
}
