; age < 18
;     ^ hover
(comparison_operator "<" @hover)

; age <= 18
;     ^^ hover
(comparison_operator "<=" @hover)

; age > 18
;     ^ hover
(comparison_operator ">" @hover)

; age >= 18
;     ^^ hover
(comparison_operator ">=" @hover)

; age <> 18
;     ^^ hover
(comparison_operator "<>" @hover)
