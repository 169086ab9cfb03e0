; backup = items[:]
;                ^ hover
; show(items[:])
;            ^ hover
; show(rows=items[:])
;                 ^ hover
; for item in items[:]: ...
;                   ^ hover
; return items[:]
;              ^ hover
([
    (assignment right: (subscript . value: (_) . (slice ":" @hover) @_all .))
    (argument_list (subscript . value: (_) . (slice ":" @hover) @_all .))
    (keyword_argument value: (subscript . value: (_) . (slice ":" @hover) @_all .))
    (for_statement right: (subscript . value: (_) . (slice ":" @hover) @_all .))
    (return_statement (subscript . value: (_) . (slice ":" @hover) @_all .))
  ]
  (#eq? @_all ":"))
