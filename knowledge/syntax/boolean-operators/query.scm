; ok = ready and waiting
;            ^^^ hover
(boolean_operator left: (_) "and" @hover right: (_))

; name = given or "anonymous"
;              ^^ hover
(boolean_operator left: (_) "or" @hover right: (_))

; idle = not tasks
;        ^^^ hover
(not_operator "not" @hover)
