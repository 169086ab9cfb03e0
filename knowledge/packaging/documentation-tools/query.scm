; def area(side):
;     """Area of a square."""
;     ^^^ hover
;                         ^^^ hover
(function_definition (block . (expression_statement . (string [(string_start) (string_end)] @hover))))
