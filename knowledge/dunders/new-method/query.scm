; class Percent(float):
;     def __new__(cls, text): ...
;         ^^^^^^^ hover
((class_definition body: (block (function_definition name: (identifier) @hover))) (#eq? @hover "__new__"))

; class Percent(float):
;     @staticmethod
;     def __new__(cls, text): ...
;         ^^^^^^^ hover
((class_definition body: (block (decorated_definition definition: (function_definition name: (identifier) @hover))))
  (#eq? @hover "__new__"))

; return super().__new__(cls)
;                ^^^^^^^ hover
((attribute attribute: (identifier) @hover) (#eq? @hover "__new__"))
