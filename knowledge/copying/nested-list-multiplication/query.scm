; grid = [[0] * 3] * 2
;                  ^ hover
(binary_operator left: (list) operator: "*" @hover)

; grid = 2 * [[0] * 3]
;          ^ hover
(binary_operator operator: "*" @hover right: (list))
