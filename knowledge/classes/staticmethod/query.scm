; @staticmethod
; ^ hover
; def is_valid(cents): ...
((decorator "@" @hover (identifier) @_callee) (#resolves? @_callee "builtins.staticmethod"))
