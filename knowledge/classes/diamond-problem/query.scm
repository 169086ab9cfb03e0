; super().__init__()
; ^^^^^ hover
((call function: (identifier) @hover) (#resolves? @hover "builtins.super"))
