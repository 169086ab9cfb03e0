; from contextlib import contextmanager
; @contextmanager
;  ^^^^^^^^^^^^^^ what the rule looks at: a pattern that went on to the function would try all pairs of decorators
; def session(): ...
((decorator . (_) @finding)
  (#resolves? @finding "contextlib.contextmanager" "contextlib.asynccontextmanager"))
