; known = key in cache
;             ^^ hover
(comparison_operator operators: "in" @hover)

; unknown = key not in cache
;               ^^^^^^ hover
(comparison_operator operators: "not in" @hover)
