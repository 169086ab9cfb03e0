; @dataclass
; ^ hover
; class Point: ...
(decorated_definition (decorator "@" @hover) definition: (class_definition))
