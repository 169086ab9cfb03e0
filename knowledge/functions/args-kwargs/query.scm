; def f(*args): ...
;       ^ hover
(parameters (list_splat_pattern "*" @hover))

; def f(**kwargs): ...
;       ^^ hover
(parameters (dictionary_splat_pattern "**" @hover))

; def f(*args: int): ...
;       ^ hover
(parameters (typed_parameter (list_splat_pattern "*" @hover)))

; def f(**kwargs: int): ...
;       ^^ hover
(parameters (typed_parameter (dictionary_splat_pattern "**" @hover)))

; f = lambda *args: args
;            ^ hover
(lambda_parameters (list_splat_pattern "*" @hover))

; f = lambda **kwargs: kwargs
;            ^^ hover
(lambda_parameters (dictionary_splat_pattern "**" @hover))

; f(*args)
;   ^ hover
(argument_list (list_splat "*" @hover))

; f(**kwargs)
;   ^^ hover
(argument_list (dictionary_splat "**" @hover))
