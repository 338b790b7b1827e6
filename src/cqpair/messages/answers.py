"""What is said beside an answer: names that nobody has, records that were left out."""

TEXTS = {
    "all-silent": (
        "（各行均未填报，不列：{columns}）",
        "(left out, as no row reports them: {columns})",
    ),
    "cut": (
        "（窗口不够宽，{columns}只列开头；全文用 -o 存成文件）",
        "(the window is too narrow: only the beginnings of {columns}; write all to a file with -o)",
    ),
    "digest": (
        "（以上是要点。看全文加 --full，存成文件加 -o 报告.docx）",
        "(The main points. All of it: --full; as a file: -o report.docx)",
    ),
    "before-notice": (
        "{on}早于通知印发日期{date}，当时还没有这项结对安排。",
        "{on} is before the notice of {date}: there were no pairings yet.",
    ),
    "abolished": (
        "{announced}公布：{text}（{source}）。{name}的后继单位是{successor}；"
        "未见调整结对关系的通知，结对关系仍按附件执行。",
        "Announced {announced}: {text} ({source}). {name} is succeeded by {successor}; no notice "
        "re-assigning the pairings was found, so the annex stands.",
    ),
    "changed": (
        "{announced}公布：{text}（{source}）。未见调整结对关系的通知，结对关系仍按附件执行。",
        "Announced {announced}: {text} ({source}). No notice re-assigning the pairings was found, "
        "so the annex stands.",
    ),
    "changed-since": (
        "注：{names}的区划后来有变动，未见调整结对关系的通知，结对关系仍按附件执行；"
        "详见 cqpair partners {example}。",
        "Note: the map of {names} has changed since; no notice re-assigning the pairings was "
        "found, so the annex stands. See `cqpair partners {example}`.",
    ),
    "unknown": (
        "没有叫“{query}”的单位。最接近的是：{near}。",
        "No unit is called “{query}”. The nearest: {near}.",
    ),
    "unknown-far": (
        "没有叫“{query}”的单位。全部名称见 cqpair pairs。",
        "No unit is called “{query}”. `cqpair pairs` lists them all.",
    ),
    "ambiguous": (
        "“{query}”可能是：{candidates}。请写全一些。",
        "“{query}” could be: {candidates}. Please write more of it.",
    ),
    "paired-twice": ("{name}出现在两行结对关系里", "{name} is in two rows of pairings"),
    "unpaired": ("{name}没有结对", "{name} is not paired"),
    "paired": ("{name}结对：{partners}", "{name} pairs with {partners}"),
    "paired-with-fellows": (
        "{name}结对：{partners}（同结对单位：{fellows}）",
        "{name} pairs with {partners}, together with {fellows}",
    ),
    "known-by": ("“{query}”是{name}的{way}", "“{query}” is the {way} of {name}"),
    "way-former-name": ("曾用名", "former name"),
    "way-alias": ("别称", "alias"),
    "way-initials": ("拼音首字母", "initials"),
    "pairing": ("附件序号 {no}，{mode}", "no. {no} of the annex, {mode}"),
    "note": ("注：{note}", "Note: {note}"),
    "col-no": ("序号", "no."),
    "col-county": ("“两群”协同区县", "county"),
    "col-partners": ("主城协同区", "partners"),
    "col-region": ("片区", "region"),
    "col-mode": ("方式", "mode"),
    "col-key": ("编号", "no."),
    "col-clause": ("条款", "clause"),
    "col-title": ("标题", "title"),
    "col-measure": ("举措", "measure"),
    "col-file": ("文件", "file"),
    "col-line": ("行", "line"),
    "none-selected": ("没有符合条件的记录。", "No record matches."),
}
