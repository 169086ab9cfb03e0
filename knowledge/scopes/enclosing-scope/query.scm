; def outer():
;     n = 0
;     def inner():
;         nonlocal n
;         ^^^^^^^^^^ hover
(nonlocal_statement) @hover
