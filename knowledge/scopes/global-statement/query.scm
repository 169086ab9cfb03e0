; def visit():
;     global hits
;     ^^^^^^ hover
(global_statement "global" @hover)
