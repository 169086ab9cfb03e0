; @retry(times=3)
; ^ hover
; def load(): ...
(decorated_definition (decorator "@" @hover (call)))
