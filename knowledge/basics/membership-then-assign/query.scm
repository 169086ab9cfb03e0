; if name not in ages: ages[name] = 0
;    ^^^^^^^^^^^^^^^^ finding
(if_statement condition: (_) @finding) @statement

; try:
;     age = ages[name]
;     ^^^^^^^^^^^^^^^^ finding
; except KeyError:
;     age = ages[name] = 0
(try_statement body: (block (_) @finding) (except_clause)) @statement
