; value = load()  # type: ignore[no-any-return]
;                 ^^^^^^^ hover
((comment) @hover (#match? @hover "#\\s*(type|pylint|pyright|mypy|fmt|isort|ruff|flake8|pragma|pygloss|yapf|ty|pyrefly):\\s*\\S"))

; from x import y  # noqa: F401
;                  ^^^^^^ hover
((comment) @hover (#match? @hover "#\\s*([nN][oO][qQ][aA]|nosec)\\b"))
