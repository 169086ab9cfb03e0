; def loud(f):
;     def wrapper(*args): return f(*args).upper()
;         ^^^^^^^ finding
;     return wrapper
(function_definition name: (identifier) @finding) @wrapper
