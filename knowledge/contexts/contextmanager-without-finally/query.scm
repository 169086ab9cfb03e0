; from contextlib import contextmanager
; @contextmanager
; def session(): ...
;     ^^^^^^^ what the rule looks at
(decorated_definition
  (decorator . (_) @decorator)
  definition: (function_definition name: (identifier) @finding body: (block) @body) @function
  (#resolves? @decorator "contextlib.contextmanager" "contextlib.asynccontextmanager")) @decorated
