; total = price
; ^^^^^^^^^^^^^ hover
(assignment) @hover

; if (size := len(rows)) > 3: ...
;     ^^^^^^^^^^^^^^^^^ hover
(named_expression) @hover
