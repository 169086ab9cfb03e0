; try: ...
; except Exception:
; ^^^^^^ finding
;     pass
(except_clause "except" @finding (block) @body) @clause
