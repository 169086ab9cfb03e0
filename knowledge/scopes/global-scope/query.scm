; def visit():
;     global hits
;     ^^^^^^^^^^^ hover
(global_statement) @hover
