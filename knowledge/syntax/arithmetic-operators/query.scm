; total + 1
;       ^ hover
(binary_operator "+" @hover)

; total - 1
;       ^ hover
(binary_operator "-" @hover)

; total * 2
;       ^ hover
(binary_operator "*" @hover)

; total % 2
;       ^ hover
(binary_operator "%" @hover)

; +x
; ^ hover
(unary_operator "+" @hover)

; -x
; ^ hover
(unary_operator "-" @hover)
