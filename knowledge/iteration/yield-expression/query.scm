; yield n
; ^^^^^ hover
((yield "yield" @hover) @_yield (#not-match? @_yield "^yield\\s+from\\b"))
