"""What is told of the returns of offices: who sent them, what was filled in, what is missing."""

TEXTS = {
    "no-sender": (
        "看不出是哪个单位报送的：表头没有“填报单位”，标题和文件名里也没有单位名称",
        "Nothing says who sent this: no 填报单位 line, no office in the title or the file's name",
    ),
    "no-sender.fix": (
        "用 --sender 写明单位，如“--sender 巫山县”",
        "name the office, such as `--sender 巫山县`",
    ),
    "senders-in-name": (
        "文件名里有几个单位（{listed}），看不出是哪一个报送的",
        "The file's name holds several offices ({listed}), so that the sender is not clear",
    ),
    "senders-in-name.fix": (
        "用 --sender 写明报送单位",
        "name the office with `--sender`",
    ),
    "other-sender": (
        "报送单位前后不一：一处是{sender}，“{text}”说的是{other}",
        "Two places name different senders: {sender}, and “{text}” says {other}",
    ),
    "other-sender.fix": (
        "核对后用 --sender 写明单位",
        "see who sent it, and name the office with `--sender`",
    ),
    "no-office": (
        "“{text}”写的不是科协",
        "“{text}” is not a science association",
    ),
    "no-office.fix": (
        "是替科协报的，用 --sender 写明单位；不是的，请科协报送",
        "name the office with `--sender` if it was sent on its behalf; else ask the office",
    ),
    "no-header": (
        "前{most}行里没有认得的列名，整个文件没有读",
        "No row of the first {most} names columns that are known; the file was not read",
    ),
    "no-header.fix": (
        "列名在后面的，用 --header-row 写明行号；没有列名的，补上",
        "give the row with `--header-row` if the header is farther down; else add one",
    ),
    "no-header-in-sheet": (
        "工作表“{sheet}”里没有认得的列名，里面的内容没有读",
        "The sheet “{sheet}” has no header whose columns are known; what it holds was not read",
    ),
    "no-header-in-sheet.fix": (
        "是台账的，补上列名，或用 --header-row 写明列名在第几行；不是的，"
        "用“--leave-out {sheet:typed}”不读",
        "add a header, or give its row with `--header-row`, if it holds records; else "
        "`--leave-out {sheet:typed}`",
    ),
    "no-header-there": (
        "第{row}行没有认得的列名",
        "Row {row} names no column that is known",
    ),
    "no-header-there.fix": (
        "核对 --header-row 的行号",
        "see which row the header is, and give that with `--header-row`",
    ),
    "left-out": ("按 --leave-out 没有读", "left out as `--leave-out` asks"),
    "none-row": ("这一行只写了“无”", "the row holds nothing but 无"),
    "unpaired": ("{name}不在结对表里", "{name} is in no pairing"),
    "unpaired.fix": ("核对报送单位", "see who sent it"),
    "no-quarter": (
        "看不出是哪个季度的：标题和文件名里都没有季度",
        "Nothing says of which quarter this is: neither the title nor the file's name",
    ),
    "no-quarter.fix": (
        "用 --quarter 写明季度，如“--quarter 2021Q2”",
        "name the quarter, such as `--quarter 2021Q2`",
    ),
    "quarter-without-year": (
        "只写了季度，看不出是哪一年的",
        "A quarter is named, but not its year",
    ),
    "quarter-without-year.fix": (
        "用 --quarter 写明年份和季度，如“--quarter 2021Q2”",
        "name year and quarter, such as `--quarter 2021Q2`",
    ),
    "other-quarter-named": (
        "季度前后不一：一处是{quarter}，“{text}”说的是{other}",
        "Two places name different quarters: {quarter}, and “{text}” says {other}",
    ),
    "other-quarter-named.fix": (
        "核对后用 --quarter 写明季度；是另一张工作表的，用 --leave-out 写明不读那张表",
        "see which it is, and name it with `--quarter`, or leave the other sheet out with "
        "`--leave-out`",
    ),
    "unknown-column": (
        "“{key}”这一列不知道是什么，列里有内容",
        "The column “{key}” is not known, and it holds something",
    ),
    "unknown-column.fix": (
        "要写进备注的，用“--into-note {key:typed}”；不要这一列的，用“--leave-out {key:typed}”",
        "put it into the note with `--into-note {key:typed}`, or leave it out with `--leave-out "
        "{key:typed}`",
    ),
    "no-area-column": (
        "表里没有“任务领域”这一列，任务领域不能猜",
        "There is no column 任务领域 (area), which is never guessed",
    ),
    "no-area-column.fix": (
        "补上这一列；全表属于同一个领域的，用“--area 5”写明",
        "add the column; if all of it is of one area, say so, such as `--area 5`",
    ),
    "no-area": ("没有填任务领域", "The task area is blank"),
    "no-area.fix": (
        "填上任务领域（1—6 或名称）；没有填的都属于同一个领域的，用“--area”写明",
        "write it (1 to 6, or its title); if all that are blank are of one area, use `--area`",
    ),
    "no-partners-column": (
        "表里没有“主城协同区”这一列，{county}有两个结对方，分不清是{partners}",
        "There is no column 主城协同区 (partners), and {county} has two: {partners}",
    ),
    "no-partners-column.fix": (
        "补上这一列，填{partners}，或者两个都填",
        "add the column with {partners}, or both",
    ),
    "no-partner": (
        "没有填主城协同区；{county}的结对方是{partners}",
        "The partner is blank; {county} pairs with {partners}",
    ),
    "no-partner.fix": ("填上{partners}", "write {partners}"),
    "outside-quarter": (
        "{date}不在{quarter}，是{right}的",
        "{date} is not in {quarter} but in {right}",
    ),
    "outside-quarter.fix": (
        "核对日期；是{right}的活动，报到那个季度",
        "see whether the date is right; an event of {right} belongs to that quarter's return",
    ),
    "coarse-date": (
        "日期只到“{date}”，看不出是{quarter}的活动",
        "{date} is only a year and does not show that the event was in {quarter}",
    ),
    "coarse-date.fix": (
        "核对年份，补上月、日",
        "see whether the year is right, and give the month and the day",
    ),
    "not-party": (
        "这条记录是{county}和{partners}的，{sender}不是其中一方",
        "This record is of {county} and {partners}; {sender} is not one of them",
    ),
    "not-party.fix": (
        "核对两群区县和主城协同区；是别的单位的活动，由那个单位报送",
        "see whether county and partner are right; another office's event is for it to send",
    ),
    "no-rows": (
        "有表头，没有一条记录；空表不等于零报告",
        "There is a header but no record; an empty table is not a nil report",
    ),
    "no-rows.fix": (
        "确实没有活动的，用“cqpair nil {sender} --quarter {quarter}”登记零报告，"
        "或者在表里写“零报告”",
        "if there was nothing, enter a nil report (`cqpair nil {sender} --quarter {quarter}`), or "
        "write 零报告 in the table",
    ),
    "nil-beside-records": (
        "写了“零报告”，又有记录",
        "It says 零报告 (nothing to report), and there are records",
    ),
    "nil-beside-records.fix": (
        "二者留一：有活动就删去“零报告”，没有就删去记录",
        "keep one: delete 零报告, or the records",
    ),
    "version": (
        "填报模板的版本是{version}，现在的是{ours}",
        "This is version {version} of the form; the present one is {ours}",
    ),
    "version.fix": (
        "照样读了；下次请用新模板",
        "it was read all the same; send out the new form next time",
    ),
    "nil-box": (
        "“零报告”格里写的是“{value}”，看不出是不是零报告",
        "The box 零报告 says “{value}”, which is neither 是 nor blank",
    ),
    "nil-box.fix": (
        "没有活动的写“是”，有活动的清空",
        "write 是 if there was nothing, else empty it",
    ),
    "example-changed": ("示例行改过了，看不出是不是活动", "The example row was changed"),
    "example-changed.fix": (
        "是活动就删去序号栏的“示例”，并改掉示例的名称；不是就删去这一行",
        "if it is an event, delete the mark 示例 and write the event's own title; else delete "
        "the row",
    ),
    "example": ("模板的示例行", "the example row of the form"),
    "total": (
        "“{line}”的“{column}”写的是{told}，上面{rows}行加起来是{sum}",
        "{line} of {column} is {told}; the {rows} {rows:row|rows} above {rows:comes|come} to {sum}",
    ),
    "total.fix": (
        "核对各行和合计，看是不是漏了行、写错了单位",
        "compare rows and total: a row may be missing, or a unit wrong",
    ),
    "total-of-none": (
        "“{line}”的“{column}”写的是{told}，上面{rows}行都没有填",
        "{line} of {column} is {told}; the {rows} {rows:row|rows} above {rows:has|have} no figure",
    ),
    "total-of-none.fix": (
        "各行有数的补上，或清空合计",
        "give the figures of the rows, or leave the total empty",
    ),
    "changes-unsaid": (
        "{sender}{quarter}已经报过，这次{why}",
        "{sender} has sent {quarter} before; this {why}",
    ),
    "unsaid-changed": ("有{n}处更改", "changes {n} {n:cell|cells}"),
    "unsaid-missing": ("有{n}条不在新表里", "lacks {n} {n:record|records}"),
    "unsaid-both": ("{one}、{other}", "{one} and {other}"),
    "changes-unsaid.fix": (
        "只更正几处的，用“--supplement”（不在新表里的记录保留）；整份重报的，用“--replace”"
        "（不在新表里的记录撤回）",
        "say `--supplement` if it corrects some (what it lacks stays), or `--replace` if it is now "
        "the whole return (what it lacks is withdrawn)",
    ),
    "may-be": (
        "和已有的{id}相近（{why}），不能断定是不是同一活动",
        "This is near to {id} ({why}), and may be the same event",
    ),
    "may-be.fix": (
        "是同一活动，在“编号”栏写{id}；是另一活动，在“编号”栏写“新增”",
        "write {id} in the column 编号 if it is, or 新增 if it is another event",
    ),
    "same-title": ("活动名称相同，日期不同", "the same title on another day"),
    "same-day-place": ("日期和地点相同，活动名称不同", "the same day and place, another title"),
    "same-figures": ("地点和数字相同", "the same place and figures"),
    "foreign-id": (
        "编号{id}不是{sender}{quarter}报过的记录",
        "{id} is not a record that {sender} sent for {quarter}",
    ),
    "foreign-id.fix": ("核对编号；是新的活动，编号留空", "correct it, or leave it blank if new"),
    "other-event": (
        "编号{id}是{date}的“{title}”，这一行的日期和名称都不是",
        "{id} is “{title}” of {date}; this row has another day and another title",
    ),
    "other-event.fix": (
        "核对编号；是另一活动的，在“编号”栏写“新增”",
        "correct it, or write 新增 in the column 编号 if it is another event",
    ),
    "target": (
        "要写入的{path}有错误，没有写入",
        "{path}, into which this belongs, has errors, so nothing was written",
    ),
    "target.fix": (
        "先用“cqpair validate {path:typed}”查清并改正",
        "see `cqpair validate {path:typed}` and correct it first",
    ),
    "target-not-csv": (
        "这家单位原先报的记录在{path}里，它不是 CSV，导入时不改写，没有写入",
        "Records that this office sent before are in {path}, which is not a CSV file and is not "
        "written by an import, so nothing was written",
    ),
    "target-not-csv.fix": (
        "直接在{path}里更正；或者把它另存为同一文件夹里的 CSV（UTF-8），删去原文件，再导入",
        "correct them in {path} itself; or save it as CSV (UTF-8) in the same folder, delete it, "
        "and import again",
    ),
    "ids-hidden": (
        "{path}读不了（{why}），看不到里面用过哪些编号，新编号可能和它重复，没有写入",
        "{path} cannot be read ({why}): which ids it holds is not seen, and a new one might repeat "
        "one of them, so nothing was written",
    ),
    "ids-hidden.fix": (
        "先修好它再导入；里面没有台账的，移出数据文件夹",
        "mend it and import again; move it out of the data folder if it holds no records",
    ),
    "no-text": (
        "里面有台账写不下的字符（如空字符），没有写入",
        "It holds characters that no record file can, such as NUL; nothing was written",
    ),
    "no-text.fix": (
        "把有乱码的格子重新输入一遍",
        "retype the garbled cells",
    ),
    "nil-over-records": (
        "这是零报告，可是{sender}{quarter}已经报过{n}条记录",
        "This is a nil report, but {sender} has sent {n} {n:record|records} for {quarter}",
    ),
    "nil-over-records.fix": (
        "核对是不是这个季度；原来的记录不算数的，用“--replace”",
        "see whether the quarter is right; say `--replace` if the records are withdrawn",
    ),
    "filled": (
        "{rows}行的“{column}”填为{value}",
        "{column} was filled in as {value} in {rows} {rows:row|rows}",
    ),
    "filled-end_date": (
        "{rows}行的日期范围分成了开始日期和结束日期",
        "{rows} {rows:range of days was|ranges of days were} split into start and end",
    ),
    "imported": (
        "{path}：{sender}{quarter}，导入{n}条",
        "{path}: {sender} {quarter}, {n} {n:record|records} imported",
    ),
    "imported-corrected": (
        "{path}：{sender}{quarter}，更正已有记录，新增{n}条",
        "{path}: {sender} {quarter}, earlier records corrected, {n} added",
    ),
    "imported-corrected-only": (
        "{path}：{sender}{quarter}，更正已有记录",
        "{path}: {sender} {quarter}, earlier records corrected",
    ),
    "unchanged": (
        "{path}：{sender}{quarter}，和以前报的一样，没有变化",
        "{path}: {sender} {quarter}, the same as before, nothing changes",
    ),
    "overtaken": (
        "{path}：{sender}{quarter}，这份文件以前已经导入过（{file}），之后又导入过{later}份，所以这次什么也没有改",
        "{path}: {sender} {quarter}, this very file was imported before (as {file}) and {later} "
        "more "
        "since; nothing was done",
    ),
    "option-idle": (
        "“{option}”没有起作用；确要以这份为准的，打开改好（或另存一份）再导入",
        "`{option}` had no effect; if this one is to stand, edit the file or save it anew, "
        "then import it",
    ),
    "nil": ("{path}：{sender}{quarter}，零报告", "{path}: {sender} {quarter}, a nil report"),
    "refused": ("{path}：没有导入", "{path}: refused, nothing was imported"),
    "dry-run": ("试运行：什么也没有写入", "Dry run: nothing was written"),
    "ids": ("编号 {ids}", "ids {ids}"),
    "changed": ("更正 {id} {column}：{old} → {new}", "{id} {column}: {old} → {new}"),
    "blank": ("（空）", "(blank)"),
    "missing": (
        "不在这份表里的已有记录：{ids}",
        "earlier records that this return lacks: {ids}",
    ),
    "passed-over": ("没有读入 {place}：{why}", "not read, {place}: {why}"),
    "paragraph": (
        "这一段不在表格里，没有读：“{value}”",
        "this paragraph is not in a table and was not read: “{value}”",
    ),
    "paragraph-event": (
        "这一段不在表格里，没有读，像是一项活动，请核对；是活动的，补进表格再导入：“{value}”",
        "this paragraph is not in a table and was not read, yet looks like an event; if it is "
        "one, enter it in the table and import that: “{value}”",
    ),
    "more-paragraphs": (
        "另有{n}段文字没有读入，用“--format json”查看",
        "{n} more paragraphs were not read; see them with `--format json`",
    ),
    "unmet": (
        "没有一个文件有“{key}”这一列或这张工作表；请核对 --into-note 和 --leave-out",
        "No file has a column or a sheet “{key}”; see --into-note and --leave-out",
    ),
    "not-marked": (
        "{path}不是能读的 .xlsx，无法标出错处",
        "{path} is not an .xlsx that can be read, so its cells cannot be marked",
    ),
    "marked": ("标出错处的副本：{path}", "A copy with the wrong cells marked: {path}"),
    "not-taken": ("{path}：{why}；{fix}", "{path}: {why}; {fix}"),
    "changed-meanwhile": (
        "{path}在读过以后被改动，没有写入；请再运行一次",
        "{path} changed after it was read, so nothing was written; run this again",
    ),
    "two-modes": (
        "--supplement 和 --replace 只能选一个",
        "--supplement and --replace cannot go together",
    ),
    "unit": ("--unit 是“元”或“万元”，不是“{value}”", "--unit is 元 or 万元, not “{value}”"),
    "header-row": (
        "--header-row 是行号，不是“{value}”",
        "--header-row is the number of a row, not “{value}”",
    ),
}
