; list = [1, 2]
; ^^^^ finding
(assignment left: (identifier) @finding)

; for id, (type, _) in rows: ...
;     ^^ finding
(pattern_list (identifier) @finding)

; for id, (type, _) in rows: ...
;          ^^^^ finding
(tuple_pattern (identifier) @finding)

; if (input := read()): ...
;     ^^^^^ finding
(named_expression name: (identifier) @finding)

; for id in rows: ...
;     ^^ finding
(for_statement left: (identifier) @finding)

; with open(path) as input: ...
;                    ^^^^^ finding
(with_item (as_pattern alias: (as_pattern_target (identifier) @finding)))

; import readers as open
;                   ^^^^ finding
(aliased_import alias: (identifier) @finding)

; def filter(rows): ...
;     ^^^^^^ finding
(function_definition name: (identifier) @finding)

; class type: ...
;       ^^^^ finding
(class_definition name: (identifier) @finding)

; def find(id, *, type=None): ...
;          ^^ finding
(parameters (identifier) @finding)

; lambda id: id + 1
;        ^^ finding
(lambda_parameters (identifier) @finding)

; def find(id, *, type=None): ...
;                 ^^^^ finding
(default_parameter name: (identifier) @finding)

; def find(type: str = ""): ...
;          ^^^^ finding
(typed_default_parameter name: (identifier) @finding)

; def find(id: int): ...
;          ^^ finding
(typed_parameter (identifier) @finding)

; first, *all = rows
;         ^^^ finding
(list_splat_pattern (identifier) @finding)

; def find(*all, **vars): ...
;                  ^^^^ finding
(parameters (dictionary_splat_pattern (identifier) @finding))
