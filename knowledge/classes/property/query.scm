; @property
; ^ hover
; def area(self): ...
((decorator "@" @hover (identifier) @_callee) (#resolves? @_callee "builtins.property"))

; @area.setter
; ^ hover
; def area(self, value): ...
((decorator "@" @hover (attribute attribute: (identifier) @_part)) (#any-of? @_part "setter" "deleter" "getter"))

; @area.setter
;       ^^^^^^ hover
; def area(self, value): ...
((decorator (attribute attribute: (identifier) @hover)) (#any-of? @hover "setter" "deleter" "getter"))
