; def __exit__(self, exc_type, exc, traceback): ...
;     ^^^^^^^^ what the rule looks at
((function_definition name: (identifier) @finding parameters: (parameters) @parameters body: (block) @body) @method
  (#any-of? @finding "__exit__" "__aexit__"))
