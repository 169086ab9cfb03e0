; from functools import reduce
; total = reduce(add, numbers)
;         ^^^^^^ hover
((identifier) @hover (#resolves? @hover "functools.reduce"))

; import functools
; total = functools.reduce(add, numbers)
;                   ^^^^^^ hover
((attribute attribute: (identifier) @hover) @_function (#resolves? @_function "functools.reduce"))
