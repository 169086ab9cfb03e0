; common = left & right
;               ^ hover
(binary_operator "&" @hover)

; toggled = bits ^ mask
;                ^ hover
(binary_operator "^" @hover)

; size = 1 << 20
;          ^^ hover
(binary_operator "<<" @hover)

; half = n >> 1
;          ^^ hover
(binary_operator ">>" @hover)

; inverse = ~mask
;           ^ hover
(unary_operator "~" @hover)
