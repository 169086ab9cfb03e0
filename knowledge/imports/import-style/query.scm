; import json
; ^^^^^^ hover
(import_statement "import" @hover)

; from json import dumps
; ^^^^ hover
(import_from_statement "from" @hover)

; def main(): import json
;             ^^^^^^ hover
((import_statement "import" @hover name: (_)) @_statement (#in-function? @_statement))

; def main(): from json import dumps
;             ^^^^ hover
;                       ^^^^^^ hover
((import_from_statement "from" @hover "import" @hover) @_statement (#in-function? @_statement))
