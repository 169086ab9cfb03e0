; import os
; home = os.environ["HOME"]
;           ^^^^^^^ hover
((subscript value: (attribute attribute: (identifier) @hover) @_name) (#resolves? @_name "os.environ"))

; import os
; port = os.environ.get("PORT", "80")
;           ^^^^^^^ hover
((attribute object: (attribute attribute: (identifier) @hover) @_name) (#resolves? @_name "os.environ"))

; from os import environ
; home = environ["HOME"]
;        ^^^^^^^ hover
((subscript value: (identifier) @hover) (#resolves? @hover "os.environ"))

; from os import environ
; port = environ.get("PORT", "80")
;        ^^^^^^^ hover
((attribute object: (identifier) @hover) (#resolves? @hover "os.environ"))

; import os
; settings = {**os.environ, "LANG": "C"}
;                  ^^^^^^^ hover
((dictionary_splat (attribute attribute: (identifier) @hover) @_name) (#resolves? @_name "os.environ"))

; import os
; settings = dict(os.environ)
;                    ^^^^^^^ hover
((argument_list (attribute attribute: (identifier) @hover) @_name) (#resolves? @_name "os.environ"))
