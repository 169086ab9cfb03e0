; code = compile(source, "demo.py", "exec")
;        ^^^^^^^ hover
((identifier) @hover (#resolves? @hover "builtins.compile"))

; import ast
; tree = ast.parse(source)
;            ^^^^^ hover
((attribute attribute: (identifier) @hover) @_function (#resolves? @_function "ast.parse"))
