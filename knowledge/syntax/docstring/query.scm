; """Reads settings."""
; ^^^ hover
;                   ^^^ hover
(module . (comment)* . (expression_statement . (string [(string_start) (string_end)] @hover) .))

; def area(side):
;     """Area of a square."""
;     ^^^ hover
;                         ^^^ hover
(function_definition body: (block . (expression_statement . (string [(string_start) (string_end)] @hover) .)))

; class Square:
;     """A square."""
;     ^^^ hover
(class_definition body: (block . (expression_statement . (string [(string_start) (string_end)] @hover) .)))
