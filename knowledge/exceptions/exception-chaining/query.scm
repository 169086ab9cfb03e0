; raise ConfigError("no port") from error
;                              ^^^^ hover
(raise_statement "from" @hover)

; class ConfigError(Exception): ...
;                   ^^^^^^^^^ hover
((class_definition superclasses: (argument_list . (identifier) @hover)) (#resolves? @hover "builtins.Exception"))
