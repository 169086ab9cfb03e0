; print "total", n
; ^^^^^ hover
(print_statement "print" @hover)

; exec "x = 1" in scope
; ^^^^ hover
(exec_statement "exec" @hover)

; print >>log, "total"
;       ^^ hover
(chevron ">>" @hover)
