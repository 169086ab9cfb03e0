; @dataclass
; ^ hover
; class Point: ...
((decorator "@" @hover) @_decorator (#on-class? @_decorator))
