"""What is wrong with the shape of a table."""

TEXTS = {
    "unknown-key": ("没有“{key}”这个键", "There is no key “{key}”"),
    "unknown-key.fix": ("这里可以有：{keys}", "here can be: {keys}"),
    "missing-key": ("缺少“{key}”", "“{key}” is missing"),
    "missing-key.fix": ("补上“{key}: …”", "add `{key}: …`"),
    "empty": ("这里是空的", "Nothing is written here"),
    "empty.fix": ("补上内容；可有可无的键，整行删去", "write a value, or take the key away"),
    "scalar": ("这里应是一个值，不是列表或映射", "Here a single value belongs"),
    "scalar.fix": ("只写一个值", "write one value"),
    "map": ("这里应是“键: 值”", "Here `key: value` pairs belong"),
    "map.fix": ("写成“键: 值”，一行一个，缩进对齐", "write `key: value`, aligned"),
    "list": ("这里应是列表", "Here a list belongs"),
    "list.fix": ("写成 [甲, 乙]，或每行以“- ”开头", "write [a, b], or lines that begin with `- `"),
    "choice": ("“{value}”不在可选的值里", "“{value}” is not one of the choices"),
    "choice.fix": ("可以写：{choices}", "choose {choices}"),
    "date": ("“{value}”不是日期", "“{value}” is not a date"),
    "date.fix": ("写成 2021-02-19", "write it like 2021-02-19"),
    "integer": ("“{value}”不是整数", "“{value}” is not a whole number"),
    "integer.fix": ("只写数字", "write digits only"),
    "sections": ("整个文件应是“键: 值”", "The file should be `key: value` pairs"),
    "sections.fix": ("顶格写这几个键：{keys}", "begin lines with these keys: {keys}"),
}
