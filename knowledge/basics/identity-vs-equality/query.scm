; same = a is b
;          ^^ hover
(comparison_operator operators: "is" @hover)

; different = a is not b
;               ^^^^^^ hover
(comparison_operator operators: "is not" @hover)

; equal = a == b
;           ^^ hover
(comparison_operator operators: "==" @hover)

; unequal = a != b
;             ^^ hover
(comparison_operator operators: "!=" @hover)
