; def work(items): ...
;         ^ hover
(parameters "(" @hover . (_))

; def work(items, limit): ...
;               ^ hover
(parameters (_) "," @hover)

; def work(items, limit): ...
;                      ^ hover
(parameters (_) ")" @hover .)
