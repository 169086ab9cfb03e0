; connect(host, port)
;        ^ hover
;             ^ hover
;                   ^ hover
(call arguments: (argument_list ["(" "," ")"] @hover))

; def connect(host, port=80): ...
;            ^^^^^^^^^^^^^^^ hover
(parameters) @hover
