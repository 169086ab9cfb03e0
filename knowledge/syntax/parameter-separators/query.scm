; def clip(value, /, low): ...
;                 ^ hover
(positional_separator "/" @hover)

; def clip(value, *, strict=False): ...
;                 ^ hover
(keyword_separator "*" @hover)
