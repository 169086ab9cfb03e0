; kind = type(value)
;        ^^^^ hover
((call function: (identifier) @hover arguments: (argument_list . (_) .)) (#resolves? @hover "builtins.type"))

; def make(kind: type): ...
;                ^^^^ hover
((type (identifier) @hover) (#resolves? @hover "builtins.type"))

; def make(kind: type[Base]): ...
;                ^^^^ hover
((type (generic_type (identifier) @hover)) (#resolves? @hover "builtins.type"))

; is_class = isinstance(value, type)
;                              ^^^^ hover
((call arguments: (argument_list (identifier) @hover)) (#resolves? @hover "builtins.type"))
