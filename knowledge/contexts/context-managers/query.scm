; with open(path) as file: ...
; ^^^^ hover
(with_statement "with" @hover)

; with open(path) as file, lock as held: ...
;                 ^^ hover
;                               ^^ hover
(with_item value: (as_pattern "as" @hover))

; with (open(path) as file): ...
;                  ^^ hover
(with_item value: (parenthesized_expression (as_pattern "as" @hover)))
