; def f(limit=10): ...
;            ^ hover
(default_parameter "=" @hover)

; def f(limit: int = 10): ...
;                  ^ hover
(typed_default_parameter "=" @hover)
