"""The words around problems."""

TEXTS = {
    "wrong": ("错：", "wrong: "),
    "right": ("对：", "right: "),
    "error": ("错误", "error"),
    "warning": ("提醒", "warning"),
    "count-partners": ("主城协同区", "core-city partners"),
    "count-districts": ("主城协同区中的区", "districts among the partners"),
    "count-zones": ("主城协同区中的功能区", "zones among the partners"),
    "count-counties": ("“两群”协同区县", "counties"),
    "count-northeast": ("渝东北区县", "counties of 渝东北"),
    "count-southeast": ("渝东南区县", "counties of 渝东南"),
    "as-written": ("“{written}”（即{name}）", "“{written}” ({name})"),
    "annex-here": ("附件在这里", "the annex says it here"),
    "notice-here": ("通知在这里", "the notice says it here"),
    "date-here": ("印发日期写的是 {date}", "the date is {date} here"),
    "notice-number": ("文号", "number"),
    "notice-title": ("标题", "title"),
    "notice-issuer": ("发文机关", "issuer"),
    "notice-date": ("印发日期", "date"),
    "notice-annex": ("附件标题", "title of the annex"),
    "or": ("或", " or "),
    "fix": ("改法：", "fix: "),
    "replace": ("改为“{text}”", "make it “{text}”"),
    "related": ("另见：", "see also: "),
    "found": (
        "核对了 {files} 个文件、{records} 条记录：错误 {errors} 处，提醒 {warnings} 处。",
        "Checked files: {files}, records: {records}. Found errors: {errors}, warnings: {warnings}.",
    ),
    "unchecked": (
        "结对表或任务表有错误，台账记录尚未核对；请先改正再运行一次。",
        " The tables have errors, so the records were not checked.",
    ),
    "none": (
        "核对了 {files} 个文件、{records} 条记录，没有发现问题。",
        "Checked files: {files}, records: {records}. No problems found.",
    ),
}
