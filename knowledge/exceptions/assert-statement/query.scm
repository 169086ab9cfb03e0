; assert count > 0, "empty"
; ^^^^^^ hover
;                 ^ hover
(assert_statement ["assert" ","] @hover)
