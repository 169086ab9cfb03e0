; from functools import cache
; @cache
;  ^^^^^ hover
; def lookup(item): ...
((identifier) @hover (#resolves? @hover "functools.cache"))

; import functools
; @functools.cache
;            ^^^^^ hover
; def lookup(item): ...
((attribute attribute: (identifier) @hover) @_function (#resolves? @_function "functools.cache"))
