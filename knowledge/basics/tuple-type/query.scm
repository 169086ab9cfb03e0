; point = (3, 4)
;         ^ hover
(tuple) @hover

; point = 3, 4
;          ^ hover
(assignment right: (expression_list "," @hover))

; return low, high
;           ^ hover
(return_statement (expression_list "," @hover))

; for size in 10, 20: ...
;               ^ hover
(for_statement right: (expression_list "," @hover))
