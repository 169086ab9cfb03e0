; def first[T](items: list[T]) -> T: ...
;          ^ hover
;            ^ hover
(function_definition type_parameters: (type_parameter ["[" "," "]"] @hover))

; class Box[T]: ...
;          ^ hover
;            ^ hover
(class_definition type_parameters: (type_parameter ["[" "," "]"] @hover))

; type Pair[T] = tuple[T, T]
;          ^ hover
;            ^ hover
(type_alias_statement left: (type (generic_type (type_parameter ["[" "," "]"] @hover))))

; def largest[T: Shape](items: list[T]) -> T: ...
;              ^ hover
(function_definition type_parameters: (type_parameter (type (constrained_type ":" @hover))))

; class Box[T: Shape]: ...
;            ^ hover
(class_definition type_parameters: (type_parameter (type (constrained_type ":" @hover))))

; def logged[**P, R](call: Callable[P, R]) -> Callable[P, R]: ...
;            ^^ hover
(type_parameter (type (splat_type ["*" "**"] @hover)))

; def call[*Ts](*args: *Ts): ...
;                      ^ hover
(typed_parameter type: (type (splat_type "*" @hover)))
