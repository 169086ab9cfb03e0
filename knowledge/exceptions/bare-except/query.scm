; except:
; ^^^^^^ finding
((except_clause !value "except" @finding) @clause)

; except BaseException as error:
;        ^^^^^^^^^^^^^ finding
((except_clause value: (identifier) @finding) @clause
  (#resolves? @finding "builtins.BaseException"))

; except BaseException as error:
;        ^^^^^^^^^^^^^ finding
((except_clause value: (as_pattern . (identifier) @finding)) @clause
  (#resolves? @finding "builtins.BaseException"))
