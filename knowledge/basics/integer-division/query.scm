; mean = total / count
;              ^ hover
((binary_operator left: (_) @_left operator: "/" @hover right: (_) @_right)
  (#not-typed? @_left "builtins.str" "pathlib.Path")
  (#not-typed? @_right "builtins.str"))

; middle = (low + high) // 2
;                       ^^ hover
(binary_operator operator: "//" @hover)
