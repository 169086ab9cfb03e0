; yield from other
; ^^^^^ hover
;       ^^^^ hover
(yield "yield" @hover "from" @hover)
