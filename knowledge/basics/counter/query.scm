; from collections import Counter
; seen = Counter()
; seen[word] += 1
;     ^ hover
((subscript value: (_) @_value "[" @hover) (#typed? @_value "collections.Counter"))

; from collections import Counter
; seen = Counter()
; seen[word] += 1
;          ^ hover
((subscript value: (_) @_value "]" @hover) (#typed? @_value "collections.Counter"))
