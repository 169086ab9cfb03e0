; label = "one" if n == 1 else "many"
;               ^^ hover
;                         ^^^^ hover
(conditional_expression ["if" "else"] @hover)
