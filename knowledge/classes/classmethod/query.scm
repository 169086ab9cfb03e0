; @classmethod
; ^ hover
; def parse(cls, text): ...
((decorator "@" @hover (identifier) @_callee) (#resolves? @_callee "builtins.classmethod"))
