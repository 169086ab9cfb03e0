; match command: ...
; ^^^^^ hover
(match_statement "match" @hover)

; type Row = list[str]
; ^^^^ hover
(type_alias_statement "type" @hover)
