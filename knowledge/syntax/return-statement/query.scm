; def double(n):
;     return n * 2
;     ^^^^^^ hover
(return_statement "return" @hover)
