; merged = defaults | given
;                   ^ hover
(binary_operator "|" @hover)

; type Tree = list[Tree] | None
;                        ^ hover
(union_type "|" @hover)
