"""What is wrong with a file as such, where files are found, and why the system refused."""

TEXTS = {
    "encoding": (
        "编码无法识别：第{byte}个字节（{value}）不合 UTF-8、UTF-16，也不合 GB18030",
        "Unknown encoding: byte {byte} ({value}) fits neither UTF-8, UTF-16 nor GB18030",
    ),
    "encoding.fix": (
        "用原来的程序打开，另存为 UTF-8（Excel 里选“CSV UTF-8”）；不是文本文件的，移到别处",
        "open it where it was made and save it as UTF-8 (CSV UTF-8 in Excel); move it elsewhere if "
        "it is not text",
    ),
    "nul": (
        "文件里有空字符，多半不是文本文件",
        "There is a NUL character: this is hardly a text file",
    ),
    "nul.fix": (
        "用原来的程序打开，另存为“CSV UTF-8”",
        "open it where it was made and save it as CSV UTF-8",
    ),
    "legacy-encoding": (
        "文件是 GB18030 编码，已照原字读出",
        "The file is in GB18030; it was read correctly",
    ),
    "legacy-encoding.fix": (
        "另存为 UTF-8（Excel 里选“CSV UTF-8”），别的程序才不会读成乱码",
        "save it as UTF-8 (CSV UTF-8 in Excel) so that other programs read it too",
    ),
    "no-header": ("文件是空的，没有列名", "The file is empty: it has no header"),
    "no-header.fix": (
        "第一行写列名（编号,状态,开始日期,…），没有记录就删去这个文件",
        "write a header first (id,status,date,…), or delete the file if there are no records",
    ),
    "open-quote": (
        "这一格以双引号开头，却没有以双引号结束",
        "This cell begins with a double quote and does not end with one",
    ),
    "open-quote.fix": (
        "在这一格末尾补上双引号；内容里的双引号写两个",
        "close it at the end of the cell; write a quote inside a cell twice",
    ),
    "not-csv": ("出错的行太多，后面的没有再读", "Too many broken rows; the rest was not read"),
    "not-csv.fix": (
        "检查它是不是逗号分隔的 CSV",
        "check that it is a CSV with commas",
    ),
    "broken": (
        "打不开这个工作簿：文件已经损坏，或者不是工作簿",
        "This workbook cannot be opened: it is damaged, or it is not a workbook",
    ),
    "broken.fix": (
        "在 Excel 或 WPS 里打开，另存为“Excel 工作簿（.xlsx）”；打不开的，请报送单位重发",
        "open it in Excel or WPS and save it as an Excel workbook (.xlsx); if that fails, ask for "
        "the file again",
    ),
    "strict": (
        "这是“Strict Open XML 电子表格”，不是普通的 .xlsx，里面的内容没有读",
        "This is a Strict Open XML Spreadsheet, which is not read",
    ),
    "strict.fix": (
        "在 Excel 里另存为，类型选“Excel 工作簿（*.xlsx）”",
        "in Excel choose Save As, type Excel Workbook (*.xlsx)",
    ),
    "locked": (
        "这个工作簿设了打开密码，里面的内容没有读",
        "This workbook is protected by a password, so it was not read",
    ),
    "locked.fix": (
        "用密码打开后另存为，在“工具—常规选项”（WPS 为“加密”）里清空密码",
        "open it with the password and save it again without one",
    ),
    "old": (
        "这是旧格式的 .xls 工作簿，只是后缀写成了 .xlsx，里面的内容没有读",
        "This is an old .xls workbook under the name of an .xlsx, so it was not read",
    ),
    "old.fix": (
        "在 Excel 或 WPS 里打开，另存为“Excel 工作簿（.xlsx）”",
        "open it in Excel or WPS and save it as an Excel workbook (.xlsx)",
    ),
    "word": (
        "这是 Word 文档，只是后缀写成了 .xlsx，里面的内容没有读",
        "This is a Word document under the name of an .xlsx, so it was not read",
    ),
    "word.fix": (
        "把表格复制到 Excel 里，另存为 .xlsx",
        "copy its table into a spreadsheet and save that as .xlsx",
    ),
    "open-document": (
        "这是 OpenDocument 文件，只是后缀写成了 .xlsx，里面的内容没有读",
        "This is an OpenDocument file under the name of an .xlsx, so it was not read",
    ),
    "open-document.fix": (
        "在 WPS 或 LibreOffice 里打开，另存为 .xlsx",
        "open it and save it as .xlsx",
    ),
    "web-page": (
        "这是网页（HTML 或 XML），只是后缀写成了 .xlsx，里面的内容没有读",
        "This is a web page (HTML or XML) under the name of an .xlsx, so it was not read",
    ),
    "web-page.fix": (
        "在 Excel 或 WPS 里打开，另存为“Excel 工作簿（.xlsx）”",
        "open it in Excel or WPS and save it as an Excel workbook (.xlsx)",
    ),
    "text": (
        "这是文本文件，只是后缀写成了 .xlsx，里面的内容没有读",
        "This is a text file under the name of an .xlsx, so it was not read",
    ),
    "text.fix": (
        "后缀改成 .csv，或在 Excel 里打开后另存为 .xlsx",
        "name it .csv, or open it in Excel and save it as .xlsx",
    ),
    "too-large": (
        "这个工作簿解开后超过 {most} MB，或者由 {parts} 个以上的文件组成，没有打开",
        "This workbook would unpack to more than {most} MB or {parts} files, so it was not opened",
    ),
    "too-large.fix": (
        "分成几个文件；一般的台账不会这么大，来历不明的不要打开",
        "split it; records are never so large, so do not open a file whose source you do not know",
    ),
    "too-many-cells": (
        "工作表“{sheet}”里有内容的单元格超过{most}个，这个工作簿没有读",
        "The sheet “{sheet}” has more than {most} filled cells; the workbook was not read",
    ),
    "too-many-cells.fix": ("分成几个文件", "split it into several files"),
    "too-many-merged": (
        "工作表“{sheet}”里合并的单元格太多，这个工作簿没有读",
        "The sheet “{sheet}” has too many merged cells; the workbook was not read",
    ),
    "too-many-merged.fix": ("取消合并后再保存", "unmerge them and save it again"),
    "beyond-sheet": (
        "工作表“{sheet}”里有个单元格在 {cell}，超出了一张表的范围，这个工作簿没有读",
        "The sheet “{sheet}” has a cell at {cell}, where no sheet reaches; the workbook was not "
        "read",
    ),
    "beyond-sheet.fix": (
        "一张表最多{most}行、16384列；在 Excel 或 WPS 里打开，另存为 .xlsx",
        "a sheet has at most {most} rows and 16384 columns; open it in a spreadsheet and save it",
    ),
    "no-cells": (
        "这个工作簿里看得到的工作表都是空的",
        "No visible sheet of this workbook holds anything",
    ),
    "no-cells.fix": (
        "内容在隐藏的工作表里的，取消隐藏；确实没有记录的，移走这个文件",
        "unhide the sheet if the records are on a hidden one; move the file elsewhere if there are "
        "none",
    ),
    "empty": ("文件是空的", "The file is empty"),
    "empty.fix": (
        "补上内容；没有记录就删去这个文件，误清空的从备份取回",
        "write it, delete the file if there are no records, or restore it from a backup",
    ),
    "repeated-key": ("“{key}”写了两次", "“{key}” is written twice"),
    "repeated-key.fix": ("只留一个", "keep one"),
    "yaml-documents": ("一个文件里只能有一份内容", "There is a second document in this file"),
    "yaml-documents.fix": ("删去“---”和多出来的内容", "delete `---` and the second document"),
    "yaml-alias": ("这里用了别名“{name}”", "This is an alias, {name}"),
    "yaml-alias.fix": ("把内容照写一遍，不用别名", "write the value out"),
    "yaml-anchor": ("这里用了锚点“{name}”", "This is an anchor, {name}"),
    "yaml-anchor.fix": ("删去“{name}”", "delete {name}"),
    "yaml-tag": ("这里用了标签“{name}”", "This is a tag, {name}"),
    "yaml-tag.fix": (
        "删去“{name}”；要当文字的，用双引号括起来",
        "delete {name}, or quote the text",
    ),
    "yaml-key": ("这里的键不是一个词", "Here the key is not a plain text"),
    "yaml-key.fix": ("键写成一个词，如“name:”", "write a key such as `name:`"),
    "yaml-deep": ("嵌套超过{most}层", "Nesting goes deeper than {most} levels"),
    "yaml-deep.fix": ("检查括号是否配对", "check that the brackets match"),
    "yaml-records": ("台账的 YAML 应是记录的列表", "YAML records should be a list"),
    "yaml-records.fix": ("每条记录以“- ”开头", "begin each record with `- `"),
    "yaml-record": ("这一条不是“列名: 值”", "This item is not a `column: value` record"),
    "yaml-record.fix": ("写成“- 开始日期: 2021-05-13”这样", "write it like `- date: 2021-05-13`"),
    "yaml-cell": ("“{key}”应是一个值", "“{key}” should be a single value"),
    "yaml-cell.fix": ("写成一个值；几个单位用“、”隔开", "write one value; separate names with 、"),
    "yaml-control": (
        "有看不见的控制字符（{value}）",
        "There is a control character here ({value})",
    ),
    "yaml-control.fix": ("删去这个字符", "delete it"),
    "yaml-tab": ("这里有制表符（Tab）", "There is a tab here"),
    "yaml-tab.fix": ("YAML 缩进只能用空格，把它换成空格", "YAML is indented by spaces: use them"),
    "yaml-token": ("这个字符不能放在开头", "No value can begin with this character"),
    "yaml-token.fix": ("把这个值用双引号括起来", "put the value in double quotes"),
    "yaml-colon": (
        "这里多了一个冒号，或者上一行没有写完",
        "There is one colon too many here, or the line above is not complete",
    ),
    "yaml-colon.fix": (
        "冒号属于内容的，整个值用双引号括起来；否则检查缩进",
        "quote the value that holds the colon, or check the indentation",
    ),
    "yaml-no-colon": ("这一行缺少冒号", "A colon is missing in this line"),
    "yaml-no-colon.fix": ("写成“键: 值”，冒号后空一格", "write `key: value`, with a space"),
    "yaml-open-quote": (
        "到文件末尾，引号也没有配对",
        "Unclosed quote: it runs to the end of the file",
    ),
    "yaml-open-quote.fix": ("补上另一半引号", "close it"),
    "yaml-bracket": ("括号里缺少逗号，或者没有右括号", "A comma or a closing bracket is missing"),
    "yaml-bracket.fix": (
        "各项之间用逗号，末尾补上右括号",
        "separate the items by commas and close the bracket",
    ),
    "yaml-indent": ("缩进没有对齐，或者括号没有配对", "Indentation or brackets do not match"),
    "yaml-indent.fix": (
        "同一级的行对齐，检查上一行的括号",
        "align the lines; check the line above",
    ),
    "yaml-words": ("这一行不是“键: 值”", "This line is not `key: value`"),
    "yaml-words.fix": (
        "是注释的，行首加“#”；否则写成“键: 值”",
        "begin it with `#` if it is a comment, else write `key: value`",
    ),
    "yaml-escape": (
        "双引号里的“\\”后面不能跟这样的字符",
        "In double quotes, this cannot follow a backslash",
    ),
    "yaml-escape.fix": (
        "改用单引号；或者把“\\”写成两个",
        "use single quotes, or write the backslash twice",
    ),
    "yaml-block": ("“|”或“>”后面不能再写内容", "Nothing can follow `|` or `>` in its line"),
    "yaml-block.fix": (
        "内容另起一行并缩进；“|”“>”属于内容的，整个值用双引号括起来",
        "begin the text on the next line, indented; quote a value that begins with this sign",
    ),
    "yaml-dash": ("“- ”前面不能有别的内容", "Nothing can stand before `- ` in its line"),
    "yaml-dash.fix": (
        "“- ”另起一行；属于内容的，整个值用双引号括起来",
        "begin a line with it, or quote the value that holds it",
    ),
    "yaml-node": (
        "这里缺少一个值，或者多了逗号、括号",
        "A value is missing here, or there is an extra comma or bracket",
    ),
    "yaml-node.fix": (
        "补上值；括号要配对，多余的逗号删去",
        "write the value; match the brackets, and delete an extra comma",
    ),
    "yaml-syntax": ("这里的 YAML 写法有误", "This is not valid YAML"),
    "yaml-syntax.fix": ("对照上下相同的行检查", "compare it with the lines around"),
}

STORE = {
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
        "从备份取回，或用 cqpair init 在别处新建一套再拷过来",
        "restore it, or copy it from a folder that `cqpair init` makes",
    ),
    "no-file": ("这不是文件", "This is not a file"),
    "no-file.fix": ("换成一个文件，或移到别处", "put a file here, or move it elsewhere"),
    "unreadable": ("读不了这个文件：{reason}", "This file cannot be read: {reason}"),
    "unreadable.fix": (
        "检查有没有读取权限、是否正被别的程序占用",
        "see that you may read it, and that no other program holds it",
    ),
    "picture": (
        "这是图片或版式文件（PDF、OFD），不是表格，里面的字不能读",
        "This is a picture or a PDF or OFD document, not a table; it cannot be read",
    ),
    "picture.fix": (
        "请报送单位发 Excel 或 Word 原文件，用 cqpair import 导入；与台账无关的，移到别处",
        "ask for the Excel or Word file and import it with `cqpair import`, or move it elsewhere",
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
"""Finding and reading files."""

_HELD = ("正被别的程序占用", "another program holds it")


_NO_NETWORK = ("网络不通", "there is no network")


_NO_DEVICE = ("没有这个设备", "there is no such device")


_NOT_POSSIBLE = ("这个位置不支持这样做", "this place does not allow it")


REASONS = {
    "ENOENT": ("没有这个文件夹或文件", "no such file or folder"),
    "EACCES": ("没有权限", "permission denied"),
    "EPERM": ("不允许这样做", "not permitted"),
    "EEXIST": ("已经存在", "it exists already"),
    "EISDIR": ("这是文件夹", "it is a folder"),
    "ENOTDIR": ("上级不是文件夹", "what is above it is not a folder"),
    "ENOTEMPTY": ("文件夹里还有东西", "the folder is not empty"),
    "ENOSPC": ("磁盘已满", "the disk is full"),
    "EDQUOT": ("磁盘配额已满", "the disk quota is used up"),
    "EFBIG": ("文件太大，超过了限额", "the file is larger than is allowed"),
    "EROFS": ("磁盘只读", "the disk is read-only"),
    "EBUSY": _HELD,
    "ETXTBSY": _HELD,
    "EAGAIN": ("暂时不能用，请稍后再试", "it cannot be used just now; try again later"),
    "EINTR": ("被打断了，请再试一次", "it was interrupted; try again"),
    "ENAMETOOLONG": ("名称太长", "the name is too long"),
    "EILSEQ": ("名称里有不能用的字符", "the name holds a character that cannot be used"),
    "EINVAL": (
        "名称里有不能用的字符，或者这个位置不支持这样做",
        "the name holds a character that cannot be used, or this place does not allow it",
    ),
    "EIO": ("磁盘读写出错", "the disk failed"),
    "EBADF": ("输出已关闭", "it is closed"),
    "EPIPE": ("接收的程序已经结束", "the program that reads it has ended"),
    "ELOOP": ("链接成环", "its links go in a circle"),
    "EXDEV": ("跨了两个磁盘", "it would go from one disk to another"),
    "EMFILE": ("打开的文件太多", "too many files are open"),
    "ENFILE": ("系统打开的文件太多", "the system has too many files open"),
    "ENOMEM": ("内存不足", "there is not enough memory"),
    "ENODEV": _NO_DEVICE,
    "ENXIO": _NO_DEVICE,
    "ENOSYS": _NOT_POSSIBLE,
    "ENOTSUP": _NOT_POSSIBLE,
    "EOPNOTSUPP": _NOT_POSSIBLE,
    "ETIMEDOUT": ("等了太久没有回应", "there was no response in time"),
    "ENETDOWN": _NO_NETWORK,
    "ENETUNREACH": _NO_NETWORK,
    "EHOSTDOWN": _NO_NETWORK,
    "EHOSTUNREACH": _NO_NETWORK,
    "ECONNRESET": ("网络连接断了", "the network connection broke"),
    "ESTALE": ("网络磁盘上的这个文件已经不在了", "it is gone from the network drive"),
    "other": ("系统拒绝了，错误代码 {code}", "the system refused, with error code {code}"),
    "none": ("系统没有说明原因", "the system gave no reason"),
}
"""Why the system refused, by the name of its error."""
