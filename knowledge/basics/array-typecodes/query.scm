; import array
; counts = array.array("L", [0, 0])
;                       ^ hover
((call function: (_) @_function arguments: (argument_list . (string (string_content) @hover)))
  (#resolves? @_function "array.array"))
