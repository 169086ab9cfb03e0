; def area(width: float): ...
;               ^ hover
(typed_parameter ":" @hover)

; def area(width: float = 1.0): ...
;               ^ hover
(typed_default_parameter ":" @hover)

; def area(width) -> float: ...
;                 ^^ hover
(function_definition "->" @hover)

; sizes: list[int] = []
;            ^ hover
;                ^ hover
(generic_type (type_parameter ["[" "]" ","] @hover))
