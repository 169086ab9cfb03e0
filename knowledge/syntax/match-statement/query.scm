; match command: ...
; ^^^^^ hover
;     case _: ...
(match_statement "match" @hover subject: (_))

; match command:
;     case "go": ...
;     ^^^^ hover
(case_clause "case" @hover)

; match command:
;     case ["drop", *things] if things: ...
;                            ^^ hover
(case_clause guard: (if_clause "if" @hover))
