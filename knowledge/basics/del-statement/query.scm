; del cache[key]
; ^^^ hover
(delete_statement "del" @hover)
