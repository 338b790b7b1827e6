"""Periods that could not be read."""

TEXTS = {
    "any": (
        "“{value}”不是时段；写成 2021Q2、2021H1 或 2021，也可以写 2021年二季度、2021年上半年。",
        "“{value}” is not a period; write 2021Q2, 2021H1 or 2021.",
    ),
    "quarter": (
        "“{value}”不是季度；请写成 2021Q2、2021-Q2 或 2021年二季度，季度是 1 到 4。",
        "“{value}” is not a quarter; write 2021Q2, 2021-Q2 or 2021年二季度; quarters are 1 to 4.",
    ),
    "half": (
        "“{value}”不是半年；请写成 2021H1 或 2021年上半年。",
        "“{value}” is not a half-year; write 2021H1 or 2021年上半年.",
    ),
    "year": ("“{value}”不是年份；请写成 2021。", "“{value}” is not a year; write 2021."),
}
