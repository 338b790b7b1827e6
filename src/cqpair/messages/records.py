"""What is wrong with a row of records, and the words around every problem."""

TEXTS = {
    "unknown-column": (
        "没有“{key}”这一列，列里的内容没有读",
        "There is no column “{key}”; what it holds was not read",
    ),
    "unknown-column.fix": (
        "改成台账的列名；另外想记的写进“备注”",
        "use a column of the records, or write it in 备注 (note)",
    ),
    "column-with-unit": (
        "没有“{key}”这一列，列里的内容没有读",
        "There is no column “{key}”; what it holds was not read",
    ),
    "column-with-unit.fix": (
        "改成台账的列名，单位“{unit}”照样留在括号里，如“资金投入（万元）”；另外想记的写进“备注”",
        "use a column of the records and keep its unit, {unit}, in brackets, such as "
        "“资金投入（万元）”; or write it in 备注 (note)",
    ),
    "unknown-unit": (
        "列名“{key}”里的单位“{unit}”无法识别，列里的内容没有读",
        "The unit “{unit}” in the header “{key}” is not known; what it holds was not read",
    ),
    "unknown-unit.fix": (
        "写成“{column}”加括号，括号里是这些单位之一：{units}",
        "write {column} with one of these in brackets: {units}",
    ),
    "unit-above": (
        "表格上方写的单位“{unit}”无法识别，“{column}”一列没有读",
        "The unit “{unit}” above the table is not known, so the column {column} was not read",
    ),
    "unit-above.fix": (
        "改成这些单位之一：{units}",
        "write one of these: {units}",
    ),
    "unit-below": (
        "单位“{unit}”写在列名的下面，“{column}”一列没有读",
        "The unit “{unit}” stands below the header, so the column {column} was not read",
    ),
    "unit-below.fix": (
        "把单位写进列名，如“{column}（{unit}）”，或写在表格上方，如“单位：{unit}”",
        "write it into the header, such as {column}（{unit}）, or above the table: 单位：{unit}",
    ),
    "needless-unit": (
        "列名“{key}”括号里的“{unit}”无法识别，列里的内容没有读",
        "“{unit}” in the header “{key}” is not known; what it holds was not read",
    ),
    "needless-unit.fix": ("改成“{column}”", "write {column}"),
    "nameless-column": (
        "这一列没有列名，列里的内容没有读",
        "This column has no header; what it holds was not read",
    ),
    "nameless-column.fix": ("补上列名，或清空这一列", "give it a header, or empty it"),
    "repeated-column": ("“{key}”这一列出现了两次", "The column “{key}” is there twice"),
    "repeated-column.fix": ("合成一列，或改正其中一个列名", "make them one, or correct one header"),
    "repeated-columns": (
        "{keys} 这{n}列从这里起又出现了一次，像是并排放了两个表，后面的没有读",
        "{n} columns are repeated from here on ({keys}), as if two tables stood side by "
        "side; the later ones were not read",
    ),
    "repeated-columns.fix": (
        "把右边的表移到左边的表下面，或放到另一个工作表；不是两个表的，合并重复的列",
        "move the table on the right below the other or onto a sheet of its own; merge the columns "
        "where it is one table",
    ),
    "missing-column": ("缺少“{column}”（{key}）这一列", "The column {column} ({key}) is missing"),
    "missing-column.fix": (
        "在列名行补上“{column}”（或 {key}）",
        "add {column} (or {key}) to the header",
    ),
    "no-ledger": (
        "工作表“{sheet}”没有台账的列名，里面的内容没有读",
        "The sheet “{sheet}” has no column of the records; what it holds was not read",
    ),
    "no-ledger.fix": (
        "是台账的，在前{most}行里写上列名；是说明的，隐藏这张工作表，或移到别处",
        "give it a header within its first {most} rows if it holds records; hide it, or move it "
        "elsewhere, if it does not",
    ),
    "no-header": (
        "前{most}行里没有台账的列名，整个文件没有读",
        "The first {most} rows have no column of the records; the file was not read",
    ),
    "no-header.fix": (
        "在第一行写上列名，至少有开始日期、两群区县、主城协同区、任务领域、活动名称五列",
        "begin with a header: date, county, partners, area and title at least",
    ),
    "hidden-sheet": (
        "工作表“{sheet}”是隐藏的，里面的台账没有读",
        "The sheet “{sheet}” is hidden, so the records in it were not read",
    ),
    "hidden-sheet.fix": (
        "要统计的，取消隐藏；不要的，删去这张工作表",
        "unhide it if they count; delete it if they do not",
    ),
    "hidden-rows": (
        "表里隐藏着{count}行（从第{first}行起），已照常读",
        "The table has {count} hidden {count:row|rows}, beginning with row {first}; "
        "{count:it was|they were} read like any other",
    ),
    "hidden-rows.fix": (
        "取消隐藏，核对是否都要统计；不要的删去",
        "unhide them, check whether all of them count, and delete those that do not",
    ),
    "total-line": (
        "“{value}”是合计行，不当作记录",
        "“{value}” is a line of totals, not a record",
    ),
    "total-line.fix": (
        "不用改；是活动的，填上开始日期",
        "leave it; if it is an activity, fill in its date",
    ),
    "note-line": ("“{value}”是说明，不当作记录", "“{value}” is a note, not a record"),
    "note-line.fix": (
        "不用改；是活动的，填上开始日期",
        "leave it; if it is an activity, fill in its date",
    ),
    "signature-line": (
        "“{value}”是落款，不当作记录",
        "“{value}” is a signature, not a record",
    ),
    "signature-line.fix": (
        "不用改；是活动的，填上开始日期",
        "leave it; if it is an activity, fill in its date",
    ),
    "section-line": (
        "“{value}”是小标题，不当作记录",
        "“{value}” is a heading, not a record",
    ),
    "section-line.fix": (
        "不用改，但下面各行的任务领域要逐行填写；是活动的，填上开始日期",
        "leave it, but fill in the area of each row below; if it is an activity, fill in its date",
    ),
    "above-header": (
        "这一行像是记录，却在列名的上面，没有读",
        "This row looks like a record, but stands above the header, so it was not read",
    ),
    "above-header.fix": (
        "把列名一行移到所有记录的上面（多半是排序时把列名也排了进去）",
        "move the header above all records (sorting may have moved it)",
    ),
    "no-record": (
        "这一行看不出是活动：日期、区县、任务领域、活动名称都没有填",
        "This row is not a record: date, county, area and title are not filled in",
    ),
    "no-record.fix": (
        "是活动的，补上必填的各项；不是的，删去这一行，或以“注：”开头",
        "fill in what is required if it is an activity; else delete it, or begin it with 注：",
    ),
    "no-unit": (
        "{column}“{value}”没有写单位，看不出是元还是万元",
        "{column} “{value}” has no unit: it may be 元 or 万元",
    ),
    "no-unit.fix": (
        "在列名或这一格里写上单位，如“2万元”；全表一样的，用“--unit 万元”或“--unit 元”写明",
        "write the unit in the header or the cell, such as “2万元”; if it is the same for the "
        "whole file, say `--unit 万元` or `--unit 元`",
    ),
    "mark-alone": (
        "{column}“{value}”写了货币符号，没有写“元”，这一列的单位又不是元，看不出是{bare}还是{scaled}",
        "{column} “{value}” has a currency sign and no 元, in a column whose unit is not "
        "元: it may be {bare} or {scaled}",
    ),
    "mark-alone.fix": (
        "是哪一个就写哪一个：“{bare}”或“{scaled}”",
        "write which it is: {bare} or {scaled}",
    ),
    "merged-figure": (
        "这一格和别的格合并在一起（{cells}），一个数不能算给几条记录",
        "This cell is merged with others ({cells}), and one figure cannot count for several",
    ),
    "merged-figure.fix": (
        "取消合并，每条记录填自己的数；分不开的，合成一条记录",
        "unmerge them and give each record its own figure, or make them one record",
    ),
    "merged-blank": (
        "没有填{column}：这一格和旁边的格合并了（{cells}）",
        "{column} is not filled in: the cell is merged with one beside it ({cells})",
    ),
    "merged-blank.fix": (
        "取消合并，补上{column}，这一项必填",
        "unmerge them and fill in {column}: it is required",
    ),
    "formula-error": (
        "这一格的公式出了错（{value}）",
        "The formula in this cell failed ({value})",
    ),
    "formula-error.fix": (
        "改好公式，或直接填写{column}",
        "correct the formula, or write {column} itself",
    ),
    "formula-without-value": (
        "这一格是公式（{value}），还没有算出值",
        "This cell is a formula ({value}) that has no value yet",
    ),
    "formula-without-value.fix": (
        "用 Excel 或 WPS 打开，重算后保存；或直接填写{column}",
        "open it in Excel or WPS, recalculate and save it; or write {column} itself",
    ),
    "too-long": (
        "{column}“{value}”太长了，最多{most}个字符",
        "{column} “{value}” is too long: at most {most} characters",
    ),
    "too-long.fix": (
        "这一格只写{column}；多半是几格的内容粘到了一起",
        "write {column} alone; several cells may have been pasted into one",
    ),
    "missing-value": ("没有填{column}", "{column} is not filled in"),
    "missing-value.fix": ("补上{column}，这一项必填", "fill in {column}: it is required"),
    "too-many-cells": (
        "这一行有{found}格，列名只有{expected}个",
        "This row has {found} cells, the header {expected}",
    ),
    "too-many-cells.fix": (
        "去掉多出来的逗号；内容里有逗号的，整格用英文双引号括起来",
        "remove the extra comma, or put the cell that holds one in double quotes",
    ),
    "cells-beside": (
        "这一行在{expected}列以外还有内容",
        "This row holds something beyond its {expected} columns",
    ),
    "cells-beside.fix": (
        "清空表格右边多出来的内容，或给那一列写上列名",
        "empty what stands beside the table, or give that column a header",
    ),
    "delimiter": (
        "这份文件用“{delimiter}”分隔，应当用英文逗号",
        "The columns are separated by “{delimiter}” where commas belong",
    ),
    "delimiter.fix": (
        "在 Excel 里另存为“CSV UTF-8（逗号分隔）”",
        "save it in Excel as CSV UTF-8 (comma delimited)",
    ),
    "too-few-cells": (
        "这一行只有{found}格，列名有{expected}个",
        "This row has {found} cells, the header {expected}",
    ),
    "too-few-cells.fix": ("补上缺的逗号，空着的格也要占位", "add the commas of the empty cells"),
}

PROBLEMS = {
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
    "first": ("先出现在这里", "it is here first"),
    "nil-here": ("零报告记在这里", "the nil report is here"),
    "other-pairing": ("{other}的结对方里已经有它", "{other} has it as a partner here"),
    "annex-here": ("附件在这里", "the annex says it here"),
    "notice-here": ("通知在这里", "the notice says it here"),
    "change-here": ("变动记在这里", "the change is recorded here"),
    "kept-here": ("写在这里：{kept}", "it says {kept} here"),
    "name-here": ("名称是{name}", "the name is {name}"),
    "date-here": ("印发日期写的是 {date}", "the date is {date} here"),
    "notice-number": ("文号", "number"),
    "notice-title": ("标题", "title"),
    "notice-issuer": ("发文机关", "issuer"),
    "notice-date": ("印发日期", "date"),
    "notice-annex": ("附件标题", "title of the annex"),
    "weekday-0": ("星期一", "Monday"),
    "weekday-1": ("星期二", "Tuesday"),
    "weekday-2": ("星期三", "Wednesday"),
    "weekday-3": ("星期四", "Thursday"),
    "weekday-4": ("星期五", "Friday"),
    "weekday-5": ("星期六", "Saturday"),
    "weekday-6": ("星期日", "Sunday"),
    "or": ("或", " or "),
    "or-make": ("；或把", ", or "),
    "make-partner": ("主城协同区改为{either}", "the partner {either}"),
    "make-county": ("两群区县改为{theirs}", "the county {theirs}"),
    "fix": ("改法：", "fix: "),
    "replace": ("改为“{text}”", "make it “{text}”"),
    "related": ("另见：", "see also: "),
    "rest": ("……（共{n}个字符）", "… ({n} characters in all)"),
    "by-file-path": ("文件", "File"),
    "by-file-error": ("错误", "Errors"),
    "by-file-warning": ("提醒", "Warnings"),
    "found": (
        "核对了{files}个文件、{records}条记录：错误{errors}处，提醒{warnings}处。",
        "Checked files: {files}, records: {records}. Found errors: {errors}, warnings: {warnings}.",
    ),
    "unchecked": (
        "结对表或任务表有错误，台账记录尚未核对；请先改正再运行一次。",
        " The tables have errors, so the records were not checked.",
    ),
    "ignored": ("按 cqpair.toml 未核对：{codes}。", " Ignored by cqpair.toml: {codes}."),
    "none": (
        "核对了{files}个文件、{records}条记录，没有发现问题。",
        "Checked files: {files}, records: {records}. No problems found.",
    ),
}
"""The words around problems."""
