; if name not in ages: ages[name] = 0
;    ^^^^^^^^^^^^^^^^ finding
(if_statement
  condition: [
    (comparison_operator ["in" "not in"])
    (not_operator)
    (parenthesized_expression)
  ] @finding) @statement

; try:
;     age = ages[name]
;     ^^^^^^^^^^^^^^^^ finding
; except KeyError:
;     age = ages[name] = 0
(try_statement body: (block (_) @finding) (except_clause)) @statement
