; def log(text, at=time.time()): ...
;                  ^^^^^^^^^^^ finding
(default_parameter
  name: (identifier) @parameter
  value: (_) @finding)

; def log(text, at: float = time.time()): ...
;                           ^^^^^^^^^^^ finding
(typed_default_parameter
  name: (identifier) @parameter
  type: (type) @annotation
  value: (_) @finding)
