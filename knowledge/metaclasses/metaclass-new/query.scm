; class Meta(type):
;     def __call__(cls): ...
;         ^^^^^^^^ hover
((class_definition
  superclasses: (argument_list (identifier) @_base)
  body: (block (function_definition name: (identifier) @hover)))
  (#resolves? @_base "builtins.type") (#any-of? @hover "__new__" "__init__" "__call__"))
