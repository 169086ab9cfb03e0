; rows = sorted(people, key=age)
;                       ^^^ hover
((call
  function: (identifier) @_function
  arguments: (argument_list (keyword_argument name: (identifier) @hover)))
  (#eq? @hover "key")
  (#resolves? @_function "builtins.sorted" "builtins.min" "builtins.max"))

; rows.sort(key=age)
;           ^^^ hover
((call
  function: (attribute attribute: (identifier) @_method)
  arguments: (argument_list (keyword_argument name: (identifier) @hover)))
  (#eq? @hover "key")
  (#eq? @_method "sort"))

; names = map(str, numbers)
;         ^^^ hover
((identifier) @hover (#resolves? @hover "builtins.map" "builtins.filter" "builtins.sorted" "functools.reduce"))

; import functools
; total = functools.reduce(add, numbers)
;                   ^^^^^^ hover
((attribute attribute: (identifier) @hover) @_function (#resolves? @_function "functools.reduce"))
