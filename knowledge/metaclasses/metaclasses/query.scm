; class Api(metaclass=Checked): ...
;           ^^^^^^^^^ hover
((class_definition superclasses: (argument_list (keyword_argument name: (identifier) @hover))) (#eq? @hover "metaclass"))

; class Api(metaclass=Checked): ...
;                    ^ hover
((class_definition superclasses: (argument_list (keyword_argument name: (identifier) @_key "=" @hover))) (#eq? @_key "metaclass"))

; class Checked(type): ...
;               ^^^^ hover
((class_definition superclasses: (argument_list (identifier) @hover)) (#resolves? @hover "builtins.type"))

; made = type.__new__(meta, name, bases, {})
;        ^^^^ hover
((attribute object: (identifier) @hover) (#resolves? @hover "builtins.type"))
