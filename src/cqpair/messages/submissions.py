"""What is said of returns: what came, who has reported, what is added or not."""

TEXTS = {
    "closed": (
        "这份定稿文件读不出来，已经损坏",
        "This file of a closed quarter cannot be read: it is damaged",
    ),
    "closed.fix": (
        "从备份取回；不要手工修改",
        "restore it from a backup or from version control; it is not to be edited by hand",
    ),
    "folder": (
        "submissions 下的文件夹要以季度命名，“{value}”不是，里面的内容没有读",
        "Folders below submissions/ are named by quarters, “{value}” is not; what it holds was "
        "not read",
    ),
    "folder.fix": (
        "改名为 2021Q2 这样的季度，或移到别处",
        "name it by its quarter, such as 2021Q2, or move it elsewhere",
    ),
    "unknown-column": (
        "没有“{key}”这一列，列里的内容没有读",
        "There is no column “{key}”; what it holds was not read",
    ),
    "unknown-column.fix": (
        "改正列名，或删去这一列；另外想记的写进“备注”",
        "correct the header or delete the column; anything else goes into 备注 (note)",
    ),
    "busy": (
        "另一个 cqpair 正在写 {path}，等了一分钟还没有结束；这次什么也没有写，请稍后再试。",
        "Another cqpair has been writing to {path} for a minute; nothing was written. Try again "
        "later.",
    ),
    "unfinished": (
        "上次写入中断，还差一部分没有写完，而 {path} 后来又改过，两者对不上，所以没有接着写。"
        "请把 {path} 恢复成改动前的样子，再运行一次；"
        "如果不要那次写入的其余部分，请核对有关文件后删去 {journal}。",
        "A run that was cut short left something to be written, and {path} was changed since, so "
        "it was not finished. Restore {path} as it was and run again; or, if the rest is not "
        "wanted, check the files concerned and delete {journal}.",
    ),
    "damaged": (
        "{journal} 记着上次中断时还没写完的内容，但已损坏，读不出来；请核对最近改过的文件，"
        "再删去它。",
        "{journal} keeps what a run that was cut short still had to write, but it is damaged; "
        "check the files changed last, then delete it.",
    ),
    "unread": (
        "报送记录有一处读不出来：{place}：{why}。请先改正。",
        "A row of what was received cannot be read: {place}: {why}. Correct it first.",
    ),
    "not-written": (
        "有内容没有读到，什么也没有写入。",
        "Since something could not be read, nothing was written.",
    ),
    "received": ("已报", "received"),
    "nil": ("零报告", "nil report"),
    "late": ("逾期", "late"),
    "missing": ("未报", "missing"),
    "by-other": ("由结对方报送", "by the other side"),
    "by-other-as": ("由结对方报送（{state}）", "by the other side ({state})"),
    "col-office": ("单位", "Office"),
    "col-county": ("结对区县", "Pairing of"),
    "col-state": ("报送情况", "State"),
    "col-received-on": ("收到日期", "Received"),
    "col-records": ("记录数", "Records"),
    "col-sources": ("依据", "Sources"),
    "summary": (
        "{quarter}：应报{expected}个单位，已报{received}，零报告{nil}，逾期{late}，"
        "未报{missing}；截止日期{due}。",
        "{quarter}: {expected} {expected:office|offices} expected, {received} received, {nil} nil "
        "{nil:report|reports}, {late} late, {missing} missing; due {due}.",
    ),
    "reminded": (
        "{path}：写好催报通知{n}份，落款请自行填写。",
        "{path}: {n} {n:reminder|reminders} written; the signature is left to you.",
    ),
    "nil-noted": (
        "{name}{quarter}零报告已登记，收到日期{day}",
        "{name} {quarter}: nil report, received {day}",
    ),
    "nil-known": (
        "{name}{quarter}的零报告已经登记过，没有改动",
        "{name} {quarter}: the nil report is on record already; nothing changed",
    ),
    "nil-beside": (
        "{name}在{quarter}有记录，不能登记零报告：{names}。记录有误的，请先更正或撤回。",
        "{name} has records in {quarter}, so no nil report was entered: {names}. If they are "
        "wrong, correct or withdraw them first.",
    ),
    "nil-not-begun": (
        "{quarter}还没有开始（从{day}起），没有登记零报告；请核对季度。",
        "{quarter} does not begin until {day}; no nil report was entered. Check the quarter.",
    ),
    "wrong-cell": ("{option}：{why}。", "{option}: {why}."),
    "why": ("{why}；{fix}", "{why}; {fix}"),
    "ask": (
        "逐项填写，带 * 的必填；没有的直接按回车。Ctrl-C 放弃，什么也不写。",
        "One by one; what has a * is required, Enter leaves others blank. Ctrl-C gives up, and "
        "nothing is written.",
    ),
    "required": (" *", " *"),
    "question": ("{column}{required}：", "{column}{required}:"),
    "target": (
        "没有写入：{place}：{why}。这条记录要写进这个文件，请先改正，详见 cqpair validate。",
        "Nothing was written: {place}: {why}. The record belongs in this file; correct it first, "
        "`cqpair validate` tells more.",
    ),
    "ids-hidden": (
        "没有写入：{place}：{why}。看不到里面用过哪些编号，新编号可能和它重复；请先修好它，"
        "里面没有台账的，移出数据文件夹。",
        "Nothing was written: {place}: {why}. A new id might repeat one that it holds; mend it, or "
        "move it out of the data folder if it holds no records.",
    ),
    "refused": (
        "没有写入 {path}：请改正后再试。",
        "Nothing was written to {path}: correct it and try again.",
    ),
    "added": ("已写入 {path}", "Written to {path}"),
}
