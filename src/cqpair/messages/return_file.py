"""Why a file that an office sent is not read, or not all of it, and what to do."""

_TABLE_FIX = (
    "把活动填入填报模板（用 cqpair template 生成），或请报送单位发 Excel、Word 表格",
    "enter the events in the form (`cqpair template` makes one), or ask for a table in Excel or "
    "Word",
)


TEXTS = {
    "missing": ("没有这个文件", "There is no such file"),
    "missing.fix": (
        "核对文件名和所在的文件夹",
        "check its name and the folder it lies in",
    ),
    "folder": (
        "这是文件夹里的文件夹，里面的文件没有读",
        "This is a folder within the folder, whose files were not read",
    ),
    "folder.fix": (
        "里面有报来的表的，把这个文件夹也写上：“cqpair import {folder:typed}”；没有的，移到别处",
        "if it holds returns, name this folder too: `cqpair import {folder:typed}`; else move it "
        "elsewhere",
    ),
    "empty-folder": ("文件夹里没有文件", "There is no file in this folder"),
    "empty-folder.fix": (
        "核对文件夹，换成放着报表的那一个",
        "check which folder the returns lie in, and name that",
    ),
    "empty": ("文件是空的，里面什么也没有", "The file is empty"),
    "empty.fix": (
        "请报送单位重发；本季度没有活动的，用“cqpair nil 单位 --quarter 季度”登记零报告",
        "ask for it again; if the office had no events, enter a nil report: `cqpair nil OFFICE "
        "--quarter QUARTER`",
    ),
    "locked": (
        "文件有密码（已加密），打不开",
        "The file is encrypted; it opens with a password only",
    ),
    "locked.fix": (
        "打开后去掉密码，另存一份再导入；不知道密码的，请报送单位重发",
        "open it, remove the password and save it again; if you do not know it, ask for the file "
        "again",
    ),
    "strict": (
        "这是“Strict Open XML 电子表格”，不是普通的 .xlsx，没有读",
        "This is a Strict Open XML Spreadsheet, which is not read",
    ),
    "strict.fix": (
        "在 Excel 里另存为，类型选“Excel 工作簿（*.xlsx）”",
        "in Excel choose Save As, type Excel Workbook (*.xlsx)",
    ),
    "binary-workbook": (
        "这是“Excel 二进制工作簿”（.xlsb），没有读",
        "This is an Excel Binary Workbook (.xlsb), which is not read",
    ),
    "binary-workbook.fix": (
        "在 Excel 或 WPS 里打开，另存为“Excel 工作簿（*.xlsx）”",
        "open it in Excel or WPS and save it as an Excel Workbook (*.xlsx)",
    ),
    "old-word": (
        "这是旧格式的 Word 或 WPS 文字文档（.doc、.wps），没有读",
        "This is a document of an old Word or WPS Writer (.doc, .wps), which is not read",
    ),
    "old-word.fix": (
        "在 Word 或 WPS 里打开，另存为 .docx；没有表格的，把活动填入填报模板",
        "open it in Word or WPS and save it as .docx; if it has no table, enter the events in the "
        "form",
    ),
    "rich-text": ("这是 RTF 文档，没有读", "This is an RTF document, which is not read"),
    "rich-text.fix": (
        "在 Word 或 WPS 里打开，另存为 .docx",
        "open it in Word or WPS and save it as .docx",
    ),
    "open-text": (
        "这是 OpenDocument 文件，但不是表格（.ods），没有读",
        "This is an OpenDocument file, but not a spreadsheet (.ods), so it was not read",
    ),
    "open-text.fix": (
        "在 WPS 或 LibreOffice 里打开，另存为 .docx；没有表格的，把活动填入填报模板",
        "open it in WPS or LibreOffice and save it as .docx; if it has no table, enter the events "
        "in the form",
    ),
    "slides": ("这是演示文稿（PPT），不是表格，没有读", "These are slides, not a table"),
    "slides.fix": _TABLE_FIX,
    "web-page": (
        "这是网页（HTML 或 XML），不论后缀是什么都不是工作簿，没有读",
        "This is a web page (HTML or XML) and not a workbook, whatever its suffix says",
    ),
    "web-page.fix": (
        "在 Excel 或 WPS 里打开，另存为“Excel 工作簿（*.xlsx）”",
        "open it in Excel or WPS and save it as an Excel Workbook (*.xlsx)",
    ),
    "fixed-layout": (
        "这是版式文件（PDF 或 OFD），里面的表格不能读",
        "This is a PDF or OFD document, whose tables cannot be read",
    ),
    "fixed-layout.fix": (
        "请报送单位发生成它的 Excel 或 Word 原文件；只有扫描件的，照着填入填报模板",
        "ask for the Excel or Word file it was made from; enter the events in the form if there "
        "is none",
    ),
    "picture": ("这是图片，里面的字不能读", "This is a picture, whose text cannot be read"),
    "picture.fix": (
        "请报送单位发 Excel 或 Word 原文件；没有的，照着填入填报模板",
        "ask for the Excel or Word file; enter the events in the form if there is none",
    ),
    "archive": ("这是压缩包，里面的文件没有读", "This is an archive, whose files were not read"),
    "archive.fix": (
        "解压后，把里面的文件分别导入",
        "unpack it and import the files in it",
    ),
    "apple": (
        "这是苹果的 Numbers 或 Pages 文件，没有读",
        "This is a Numbers or Pages file, which is not read",
    ),
    "apple.fix": (
        "在 Numbers 里导出为 Excel（.xlsx），在 Pages 里导出为 Word（.docx）",
        "export it to Excel (.xlsx) from Numbers, or to Word (.docx) from Pages",
    ),
    "too-large": (
        "文件太大（内容超过 {most} MB，或者由太多文件组成），没有打开",
        "The file is too large (it holds more than {most} MB, or too many files); it was not "
        "opened",
    ),
    "too-large.fix": (
        "删去照片等附件，或分成几个文件；报表不会这么大，来历不明的不要打开",
        "take photographs out or split it; a return is never so large, so do not open a file whose "
        "source you do not know",
    ),
    "too-many-cells": (
        "有内容的单元格超过{most}个，没有读",
        "There are more than {most} filled cells; the file was not read",
    ),
    "too-many-cells.fix": (
        "多半是拖动填充填到了表底：删去多余的行；确有这么多的，分成几个文件",
        "most likely something was filled down to the bottom: delete those rows; split the file "
        "if there is really so much",
    ),
    "long-cell": (
        "这一格有{length}个字，超过{most}个，文件没有读",
        "This cell has {length} characters, more than {most}; the file was not read",
    ),
    "long-cell.fix": (
        "删去这一格里多余的内容；详细材料另附",
        "shorten it; send long texts as a file of their own",
    ),
    "no-table": (
        "文档里没有表格，文字里写的活动不能读",
        "There is no table in the document, and events in running text are not read",
    ),
    "no-table.fix": _TABLE_FIX,
    "no-words": (
        "文档里没有表格，也没有文字（可能只贴了图片）",
        "The document has neither a table nor any text; perhaps it holds only pictures",
    ),
    "no-words.fix": _TABLE_FIX,
    "prose": (
        "这是一段文字，不是表格，里面写的活动不能读",
        "This is prose and not a table, and events in running text are not read",
    ),
    "prose.fix": _TABLE_FIX,
    "nested-table": (
        "这一格里还套着一个表格，套着的表格没有读",
        "There is a table within this cell, which was not read",
    ),
    "nested-table.fix": (
        "里面有活动的，在 Word 里把它移到格子外面",
        "if it holds events, move it out of the cell in Word",
    ),
    "only-inner-tables": (
        "文档里只有套在格子或文本框里的表格，没有读",
        "All that the document holds are tables within a cell or a text box, which were not read",
    ),
    "only-inner-tables.fix": (
        "在 Word 里把里面的表格移到外面，单独成为一个表格，再导入",
        "move the inner table out in Word, so that it stands by itself, and import that",
    ),
    "no-header-but-inner": (
        "“{sheet}”里没有认得的列名，格子里还套着表格，套着的表格没有读",
        "{sheet} has no header whose columns are known; a table within a cell of it was not read",
    ),
    "no-header-but-inner.fix": (
        "里面是台账的，在 Word 里把它移到格子外面再导入；不是的，用“--leave-out {sheet:typed}”不读",
        "if it holds records, move it out of the cell in Word and import that; else "
        "`--leave-out {sheet:typed}`",
    ),
    "boxed-table": (
        "文本框里有一个表格，没有读",
        "There is a table within a text box, which was not read",
    ),
    "boxed-table.fix": (
        "里面有活动的，在 Word 里把它移到文本框外面",
        "if it holds events, move it out of the text box in Word",
    ),
    "no-list": (
        "这个 JSON 的最外层不是列表，没有读",
        "This JSON is not a list of records, so it was not read",
    ),
    "no-list.fix": (
        "最外层写成方括号，每条记录一个花括号",
        "write a list of objects, one a record",
    ),
    "broken": (
        "打不开：文件已经损坏，或者没有传完整",
        "The file cannot be opened: it is damaged, or was not sent complete",
    ),
    "broken.fix": (
        "试着在原来的程序里打开并另存；打不开的，请报送单位重发",
        "open it where it was made and save it again; if that fails, ask for the file again",
    ),
    "unknown": ("看不出这是什么文件，没有读", "This kind of file is not known, so it was not read"),
    "unknown.fix": _TABLE_FIX,
}
