; raise ValueError(text)
; ^^^^^ hover
(raise_statement "raise" @hover)
