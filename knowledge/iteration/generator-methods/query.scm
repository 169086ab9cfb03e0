; rows.throw(Commit())
;      ^^^^^ hover
((call function: (attribute attribute: (identifier) @hover)) (#eq? @hover "throw"))

; rows.send(None)
;      ^^^^ hover
((call function: (attribute attribute: (identifier) @hover) arguments: (argument_list . (none) .)) (#eq? @hover "send"))
