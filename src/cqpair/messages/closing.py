"""What is told of quarters that were signed: closed, reopened, and what differs since."""

TEXTS = {
    "closed": (
        "{quarter}已于{day}定稿，不再收{office}的报送",
        "{quarter} was closed on {day} and takes nothing more from {office}",
    ),
    "closed.fix": (
        "要补报、更正的，先运行“cqpair reopen {quarter} --office {office} --why 原因”",
        "run `cqpair reopen {quarter} --office {office} --why …` first to add or correct something",
    ),
    "and": ("{told}；{fix}。", "{told}; {fix}."),
    "done": (
        "{quarter}已定稿：活动{activities}项，记录{records}条，存于 {path}。",
        "{quarter} is closed: {activities} {activities:activity|activities}, {records} "
        "{records:record|records}, kept in {path}.",
    ),
    "unchanged": (
        "{quarter}已于{day}定稿，此后没有变动，无需再次定稿。",
        "{quarter} was closed on {day} and nothing differs since; nothing was written.",
    ),
    "changed": (
        "{quarter}已于{day}定稿，此后有变动（补报{added}条、更正{changed}条、撤回{withdrawn}条），"
        "没有重新定稿。看变动用“cqpair changes {quarter}”；变动属实的，先运行"
        "“cqpair reopen {quarter} --why 原因”，再定稿。",
        "{quarter} was closed on {day} and differs since ({added} added, {changed} corrected, "
        "{withdrawn} withdrawn); it was not closed again. See `cqpair changes {quarter}`; if that "
        "is right, run `cqpair reopen {quarter} --why …` and close it again.",
    ),
    "changed-totals": (
        "{quarter}已于{day}定稿，此后记录没有变，合计变了（如改了是否同一活动的认定），没有重新定稿。"
        "看变动用“cqpair changes {quarter}”；变动属实的，先运行"
        "“cqpair reopen {quarter} --why 原因”，再定稿。",
        "{quarter} was closed on {day}; its records are the same since, but they come to other "
        "figures, as after another decision about one event reported twice. It was not closed "
        "again. "
        "See `cqpair changes {quarter}`; if that is right, run "
        "`cqpair reopen {quarter} --why …` and close it again.",
    ),
    "not-begun": (
        "{quarter}还没有开始（从{day}起），不能定稿。",
        "{quarter} does not begin until {day} and cannot be closed yet.",
    ),
    "not-over": (
        "{quarter}要到{day}才结束；此后补报的，要先“cqpair reopen {quarter} --why 原因”。",
        "{quarter} is not over before {day}; what comes later needs "
        "`cqpair reopen {quarter} --why …` first.",
    ),
    "empty": (
        "{quarter}没有一条记录，定稿的内容是空的。",
        "{quarter} has no record at all: what was closed is empty.",
    ),
    "missing": (
        "{n}个单位未报：{names}；详见“cqpair status {quarter}”。",
        "{n} {n:office is|offices are} missing: {names}; see `cqpair status {quarter}`.",
    ),
    "undecided": (
        "{n}对记录像是同一活动报了两次，尚未认定，暂都计入；要认定的，先“cqpair reopen {quarter} "
        "--why 原因”，再“cqpair reconcile {quarter}”。",
        "{n} {n:pair of records looks|pairs of records look} like one event reported twice; "
        "undecided, all of them count. To decide, run `cqpair reopen {quarter} --why …`, then "
        "`cqpair reconcile {quarter}`.",
    ),
    "overdue": (
        "{n}条记录到期仍是“计划”，没有计为活动：{names}。",
        "{n} {n:record is still a plan|records are still plans} (计划) though {n:its|their} day "
        "has passed, and {n:does not count as an activity|do not count as activities}: {names}.",
    ),
    "strangers": (
        "{quarter}只向{offices}重新开放，别的单位的{n}条记录也变了（{ids}），没有重新定稿。"
        "变动属实的，先运行“cqpair reopen {quarter} --why 原因”。",
        "{quarter} was reopened for {offices} only, and {n} "
        "{n:record of others differs|records of others differ} too ({ids}); it was not closed "
        "again. If that is right, run `cqpair reopen {quarter} --why …` first.",
    ),
    "errors": (
        "{quarter}有错误{n}处，不能定稿：",
        "{quarter} has {n} {n:error|errors} and cannot be closed:",
    ),
    "error": ("{place}：{code} {message}", "{place}: {code} {message}"),
    "more": (
        "另有{n}处；运行 cqpair validate 可以全部列出。",
        "And {n} more; `cqpair validate` lists them all.",
    ),
    "no-ids": (
        "{quarter}有{n}条记录没有编号，不能定稿（{places}）；请先运行 cqpair fmt。",
        "{quarter} has {n} {n:record|records} without an id and cannot be closed ({places}); run "
        "`cqpair fmt` first.",
    ),
    "not-closed": (
        "{quarter}还没有定稿；定稿用“cqpair close {quarter}”。",
        "{quarter} is not closed; `cqpair close {quarter}` does that.",
    ),
    "reopened": (
        "{quarter}已重新开放，可以补报、更正；改完后再运行“cqpair close {quarter}”。",
        "{quarter} takes changes again; run `cqpair close {quarter}` when they are in.",
    ),
    "reopened-for": (
        "{quarter}已向{office}重新开放，可以补报、更正；改完后再运行“cqpair close {quarter}”。",
        "{quarter} takes changes of {office} again; run `cqpair close {quarter}` when they are in.",
    ),
    "none": (
        "{quarter}于{day}定稿，此后没有变动。",
        "{quarter} was closed on {day}; nothing differs since.",
    ),
    "damaged": (
        "{path} 已损坏，不是 cqpair close 写下的样子；请从备份取回，不要手工修改。",
        "{path} is damaged: it is not as `cqpair close` wrote it. Restore it from a backup or from "
        "version control; it is not to be edited by hand.",
    ),
    "signed": (
        "{quarter}已于{day}定稿，{path} 可能就是签发的那份，没有覆盖；请另取文件名，"
        "确要覆盖的加 --force。",
        "{quarter} was closed on {day}, and {path} may be what was signed; it was not overwritten. "
        "Choose another name, or add --force to overwrite it.",
    ),
    # the table of changes
    "kind-added": ("补报", "added"),
    "kind-corrected": ("更正", "corrected"),
    "kind-withdrawn": ("撤回", "withdrawn"),
    "kind-decided": ("重复认定", "decided"),
    "kind-totals": ("合计", "total"),
    "col-kind": ("类别", "kind"),
    "col-item": ("项目", "item"),
    "col-old": ("定稿时", "old"),
    "col-new": ("现为", "new"),
    "item-counted_as": ("计为", "counted as"),
    "item-activities": ("活动", "activities"),
    "item-completed": ("已完成", "completed"),
    "item-ongoing": ("进行中", "ongoing"),
    "item-planned": ("计划", "planned"),
    "item-led_by_associations": ("科协牵头", "led_by_associations"),
    "item-pairs": ("参与结对", "pairs"),
}
