; handler = getattr(page, "do_GET")
;           ^^^^^^^ hover
((identifier) @hover (#resolves? @hover "builtins.getattr" "builtins.__import__" "importlib.import_module"))

; import importlib
; tool = importlib.import_module("pkg.tool")
;                  ^^^^^^^^^^^^^ hover
((attribute attribute: (identifier) @hover) @_function (#resolves? @_function "importlib.import_module"))
