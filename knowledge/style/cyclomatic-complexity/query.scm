; def route(order):
; ^^^ hover
;     for line in order:
;         if line.open:
;             if line.paid: ...
(module (function_definition "def" @hover body: (block
  (for_statement body: (block (if_statement consequence: (block (if_statement))))))))

; class Router:
;     def route(self, order):
;     ^^^ hover
;         for line in order:
;             if line.open:
;                 if line.paid: ...
(block (function_definition "def" @hover body: (block
  (for_statement body: (block (if_statement consequence: (block (if_statement))))))))

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
