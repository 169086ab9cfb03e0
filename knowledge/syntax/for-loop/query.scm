; for item in data: ...
; ^^^ hover
;          ^^ hover
(for_statement ["for" "in"] @hover)
