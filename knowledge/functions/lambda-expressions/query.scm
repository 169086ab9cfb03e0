; key = lambda n: n * 2
;       ^^^^^^ hover
;               ^ hover
(lambda ["lambda" ":"] @hover)
