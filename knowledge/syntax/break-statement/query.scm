; for line in lines:
;     break
;     ^^^^^ hover
(break_statement "break" @hover)
