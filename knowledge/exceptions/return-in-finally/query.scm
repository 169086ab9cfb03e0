; try: ...
; finally:
;     return total
;     ^^^^^^^^^^^^ what the rule marks
(finally_clause (block) @finding) @clause
