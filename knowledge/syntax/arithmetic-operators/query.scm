; total + 1
;       ^ hover
(binary_operator operator: ["+" "-" "*" "%"] @hover)

; -x
; ^ hover
(unary_operator operator: ["+" "-"] @hover)
