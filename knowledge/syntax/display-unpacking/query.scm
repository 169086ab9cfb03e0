; both = [*left, *right]
;         ^ hover
(list (list_splat "*" @hover))

; both = {*left, *right}
;         ^ hover
(set (list_splat "*" @hover))

; both = (*left, *right)
;         ^ hover
(tuple (list_splat "*" @hover))

; both = *left, *right
;        ^ hover
(expression_list (list_splat "*" @hover))

; both = {**left, **right}
;         ^^ hover
(dictionary (dictionary_splat "**" @hover))

; flat = [*row for row in rows]
;         ^ hover
(list_comprehension body: (list_splat "*" @hover))

; flat = {*row for row in rows}
;         ^ hover
(set_comprehension body: (list_splat "*" @hover))
