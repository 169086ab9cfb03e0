; ok = ready and waiting
;            ^^^ hover
(boolean_operator "and" @hover)

; name = given or "anonymous"
;              ^^ hover
(boolean_operator "or" @hover)

; idle = not tasks
;        ^^^ hover
(not_operator "not" @hover)
