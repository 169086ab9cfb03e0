; handler = getattr(page, "do_GET")
;           ^^^^^^^ hover
((identifier) @hover (#resolves? @hover "builtins.getattr" "builtins.__import__" "importlib.import_module"))

; import importlib
; tool = importlib.import_module("pkg.tool")
;                  ^^^^^^^^^^^^^ hover
((attribute attribute: (identifier) @hover) @_function (#resolves? @_function "importlib.import_module"))

; answer = commands[word](argument)
;                        ^ hover
((call
  function: (subscript value: (_) @_table)
  arguments: (argument_list ["(" "," ")"] @hover))
  (#not-match? @_table "(^|[.])([A-Z][A-Za-z0-9]*|list|dict|set|tuple|frozenset|type|deque|defaultdict)$"))

; answer = getattr(page, "do_" + verb)(argument)
;                                     ^ hover
((call
  function: (call function: (identifier) @_function)
  arguments: (argument_list ["(" "," ")"] @hover))
  (#resolves? @_function "builtins.getattr"))
