; @retry(times=3)
; ^ hover
; def load(): ...
(decorated_definition (decorator "@" @hover (call)))

; @retry(times=3)
;       ^ hover
;               ^ hover
; def load(): ...
(decorated_definition (decorator (call arguments: (argument_list ["(" ")"] @hover))))
