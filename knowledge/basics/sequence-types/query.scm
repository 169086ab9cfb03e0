; first = items[0]
;              ^ hover
;                ^ hover
(subscript ["[" "]"] @hover)

; letters = tuple("abc")
;           ^^^^^ hover
((call function: (identifier) @hover)
  (#resolves? @hover "builtins.list" "builtins.tuple" "builtins.str" "builtins.bytes"))
