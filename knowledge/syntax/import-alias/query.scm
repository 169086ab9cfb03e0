; import numpy as np
;              ^^ hover
(aliased_import "as" @hover)

; try: ...
; except ValueError as error: ...
;                   ^^ hover
(except_clause value: (as_pattern "as" @hover alias: (_)))

; with open(path) as file: ...
;                 ^^ hover
(with_clause (with_item value: (as_pattern "as" @hover)))

; match point:
;     case Point() as first: ...
;                  ^^ hover
(case_clause (case_pattern (as_pattern "as" @hover)))
