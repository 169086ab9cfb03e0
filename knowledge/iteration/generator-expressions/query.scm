; total = sum(n for n in data)
;            ^ hover
;                            ^ hover
(generator_expression ["(" ")"] @hover)

; lazy = (n for n in data)
;           ^^^ hover
;                 ^^ hover
(generator_expression (for_in_clause ["for" "in"] @hover))

; lazy = (n for n in data if n)
;                         ^^ hover
(generator_expression (if_clause "if" @hover))
