; key = lambda n: n * 2
;       ^^^^^^ hover
;               ^ hover
(lambda ["lambda" ":"] @hover)

; area = lambda width, height: width * height
;                    ^ hover
(lambda_parameters "," @hover)
