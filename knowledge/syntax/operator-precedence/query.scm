; y = -x ** 2
;     ^ hover
;        ^^ hover
(unary_operator "-" @hover argument: (binary_operator "**" @hover))

; hits = flags & mask == wanted
;              ^ hover
;                     ^^ hover
(comparison_operator (binary_operator ["&" "|" "^"] @hover) operators: _ @hover)

; ok = ready or waiting and open
;            ^^ hover
(boolean_operator "or" @hover right: (boolean_operator "and"))

; ok = ready and open or forced
;                     ^^ hover
(boolean_operator left: (boolean_operator "and") "or" @hover)

; other = not key in seen
;         ^^^ hover
(not_operator "not" @hover argument: (comparison_operator))
