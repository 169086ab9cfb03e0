; connect(host, secure=True)
;                     ^ hover
(call arguments: (argument_list (keyword_argument "=" @hover)))

; connect(*address)
;         ^ hover
(argument_list (list_splat "*" @hover (_)))

; connect(**settings)
;         ^^ hover
(argument_list (dictionary_splat "**" @hover (_)))
