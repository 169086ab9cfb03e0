; def area(side: float) -> float: ...
;                       ^^ hover
(function_definition "->" @hover)

; def area(side: float): ...
;              ^ hover
(typed_parameter ":" @hover)

; def area(side: float = 1.0): ...
;              ^ hover
(typed_default_parameter ":" @hover)
