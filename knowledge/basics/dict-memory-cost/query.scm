; import sys
; sys.getsizeof(table)
;     ^^^^^^^^^ hover
((call function: (attribute attribute: (identifier) @hover) @_function)
  (#resolves? @_function "sys.getsizeof"))
