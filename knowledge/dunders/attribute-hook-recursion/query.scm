; class Strict:
;     def __setattr__(self, name, value): ...
;         ^^^^^^^^^^^ finding
((function_definition
  name: (identifier) @finding) @method
  (#any-of? @finding "__setattr__" "__getattribute__" "__getattr__")
  (#in-class? @method))

; @name.setter
; def name(self, value): ...
;     ^^^^ finding
(decorated_definition
  (decorator
    (attribute
      object: (identifier) @property
      attribute: (identifier) @_setter))
  .
  definition: (function_definition name: (identifier) @finding) @method
  (#eq? @_setter "setter"))
