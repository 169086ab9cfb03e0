; import json
; ^^^^^^ hover
(import_statement "import" @hover name: (_))
