; class Account:
;     def __init__(self, owner): ...
;         ^^^^^^^^ hover
((class_definition body: (block (function_definition name: (identifier) @hover))) (#eq? @hover "__init__"))

; class Account:
;     @overload
;     def __init__(self, owner): ...
;         ^^^^^^^^ hover
((class_definition body: (block (decorated_definition definition: (function_definition name: (identifier) @hover))))
  (#eq? @hover "__init__"))

; super().__init__(owner)
;         ^^^^^^^^ hover
((attribute attribute: (identifier) @hover) (#eq? @hover "__init__"))
