; def outer(n):
;     def inner(): return n
;     ^^^ hover
(function_definition body: (block (function_definition "def" @hover)))

; def outer(func):
;     @wraps(func)
;     def wrapper(): return func()
;     ^^^ hover
(function_definition body: (block (decorated_definition definition: (function_definition "def" @hover))))
