; def area(side: float) -> float: ...
;                       ^^ hover
(function_definition "->" @hover return_type: (type))

; def area(side: float): ...
;              ^ hover
(typed_parameter ":" @hover type: (type))

; def area(side: float = 1.0): ...
;              ^ hover
(typed_default_parameter ":" @hover type: (type))
