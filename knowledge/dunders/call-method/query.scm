; class Average:
;     def __call__(self, value): ...
;         ^^^^^^^^ hover
((class_definition body: (block (function_definition name: (identifier) @hover))) (#eq? @hover "__call__"))

; class Average:
;     @override
;     def __call__(self, value): ...
;         ^^^^^^^^ hover
((class_definition body: (block (decorated_definition definition: (function_definition name: (identifier) @hover))))
  (#eq? @hover "__call__"))

; result = super().__call__(value)
;                  ^^^^^^^^ hover
((attribute attribute: (identifier) @hover) (#eq? @hover "__call__"))
