; low, high = bounds
;    ^ hover
(pattern_list "," @hover)

; low, high = bounds
;           ^ hover
(assignment left: (pattern_list) "=" @hover)

; (low, high) = bounds
; ^ hover
;             ^ hover
(assignment left: (tuple_pattern ["(" "," ")"] @hover) "=" @hover)

; [only] = matches
; ^ hover
;        ^ hover
(assignment left: (list_pattern ["[" "," "]"] @hover) "=" @hover)

; first, *rest = items
;        ^ hover
(pattern_list (list_splat_pattern "*" @hover))

; (first, *rest) = items
;         ^ hover
(tuple_pattern (list_splat_pattern "*" @hover))

; [first, *rest] = items
;         ^ hover
(list_pattern (list_splat_pattern "*" @hover))
