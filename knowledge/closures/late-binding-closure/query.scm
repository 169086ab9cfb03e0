; handlers.append(lambda: print(name))
;                 ^^^^^^ finding
(lambda "lambda" @finding) @closure

; for name in names:
;     def show(): print(name)
;         ^^^^ finding
(function_definition name: (identifier) @finding) @closure

; rows.append(cell * factor for cell in row)
;             ^^^^^^^^^^^^^ finding
(generator_expression body: (_) @finding) @closure
