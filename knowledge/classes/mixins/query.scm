; class JsonMixin: ...
;       ^^^^^^^^^ hover
((class_definition name: (identifier) @hover) (#match? @hover "Mix[Ii]n$"))

; class User(JsonMixin, Base): ...
;            ^^^^^^^^^ hover
((class_definition superclasses: (argument_list (identifier) @hover)) (#match? @hover "Mix[Ii]n$"))

; class Server(socketserver.ThreadingMixIn, Base): ...
;                           ^^^^^^^^^^^^^^ hover
((class_definition superclasses: (argument_list (attribute attribute: (identifier) @hover))) (#match? @hover "Mix[Ii]n$"))
