; label = type(job).__name__
;                   ^^^^^^^^ hover
((attribute object: (call function: (identifier) @_type) attribute: (identifier) @hover)
  (#resolves? @_type "builtins.type") (#any-of? @hover "__name__" "__qualname__" "__module__" "__doc__" "__dict__"))

; label = job.__class__.__name__
;                       ^^^^^^^^ hover
((attribute object: (attribute attribute: (identifier) @_class) attribute: (identifier) @hover)
  (#eq? @_class "__class__") (#any-of? @hover "__name__" "__qualname__" "__module__" "__doc__" "__dict__"))

; label = cls.__name__
;             ^^^^^^^^ hover
((attribute object: (identifier) @_class attribute: (identifier) @hover)
  (#match? @_class "^(cls|klass|[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)$")
  (#any-of? @hover "__name__" "__qualname__" "__module__" "__doc__" "__dict__"))
