; type Point = tuple[float, float]
; ^^^^ hover
;            ^ hover
(type_alias_statement ["type" "="] @hover)
