"""What is wrong with a row of records."""

TEXTS = {
    "unknown-column": (
        "没有“{key}”这一列，列里的内容没有读",
        "There is no column “{key}”; what it holds was not read",
    ),
    "unknown-column.fix": (
        "改成台账的列名；另外想记的写进“备注”",
        "use a column of the records, or write it in 备注 (note)",
    ),
    "nameless-column": (
        "这一列没有列名，列里的内容没有读",
        "This column has no header; what it holds was not read",
    ),
    "nameless-column.fix": ("补上列名，或清空这一列", "give it a header, or empty it"),
    "repeated-column": ("“{key}”这一列出现了两次", "The column “{key}” stands twice"),
    "repeated-column.fix": ("合成一列，或改正其中一个列名", "make them one, or mend one header"),
    "missing-column": ("缺少“{column}”（{key}）这一列", "The column {column} ({key}) is missing"),
    "missing-column.fix": (
        "在第一行补上“{column}”（或 {key}）",
        "add {column} (or {key}) to the header",
    ),
    "no-ledger": (
        "工作表“{sheet}”没有台账的列名，里面的内容没有读",
        "The sheet “{sheet}” has no column of the records; what it holds was not read",
    ),
    "no-ledger.fix": (
        "是台账的，第一行写上列名；是说明的，不用管，或把它隐藏",
        "give it a header if it holds records; hide it if it does not",
    ),
    "missing-value": ("没有填{column}", "{column} is not filled in"),
    "missing-value.fix": ("补上{column}，这一项必填", "fill in {column}: it is required"),
    "too-many-cells": (
        "这一行有 {found} 格，列名只有 {expected} 个",
        "This row has {found} cells, the header {expected}",
    ),
    "too-many-cells.fix": (
        "去掉多出来的逗号；内容里有逗号的，整格用英文双引号括起来",
        "take away the comma too many, or put the cell that holds one in double quotes",
    ),
    "cells-beside": (
        "这一行在 {expected} 列以外还有内容",
        "This row holds something beyond its {expected} columns",
    ),
    "cells-beside.fix": (
        "清空表格右边多出来的内容，或给那一列写上列名",
        "empty what stands beside the table, or give that column a header",
    ),
    "delimiter": (
        "这份文件用“{delimiter}”分隔，应当用英文逗号",
        "The columns are parted by “{delimiter}” where commas belong",
    ),
    "delimiter.fix": (
        "在 Excel 里另存为“CSV UTF-8（逗号分隔）”",
        "save it in Excel as CSV UTF-8 (comma delimited)",
    ),
    "too-few-cells": (
        "这一行只有 {found} 格，列名有 {expected} 个",
        "This row has {found} cells, the header {expected}",
    ),
    "too-few-cells.fix": ("补上缺的逗号，空着的格也要占位", "add the commas of the empty cells"),
}
