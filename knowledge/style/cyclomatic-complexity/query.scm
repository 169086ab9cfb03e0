; if a:
;     for b in c:
;         if d: ...
;         ^^ hover
(if_statement consequence: (block (for_statement body: (block (if_statement "if" @hover)))))

; if a:
;     if b:
;         if c: ...
;         ^^ hover
(if_statement consequence: (block (if_statement consequence: (block (if_statement "if" @hover)))))

; for a in b:
;     if c:
;         if d: ...
;         ^^ hover
(for_statement body: (block (if_statement consequence: (block (if_statement "if" @hover)))))
