; from collections import defaultdict
; groups = defaultdict(list)
; groups[name].append(item)
;       ^ hover
((subscript value: (_) @_value "[" @hover) (#typed? @_value "collections.defaultdict"))

; from collections import defaultdict
; groups = defaultdict(list)
; groups[name].append(item)
;            ^ hover
((subscript value: (_) @_value "]" @hover) (#typed? @_value "collections.defaultdict"))
