; from __future__ import annotations
;      ^^^^^^^^^^ hover
(future_import_statement "__future__" @hover)

; from __future__ import annotations
;                        ^^^^^^^^^^^ hover
(future_import_statement name: (dotted_name (identifier) @hover))

; from __future__ import annotations
; ^^^^ hover
(future_import_statement "from" @hover)

; from __future__ import annotations
;                 ^^^^^^ hover
(future_import_statement "import" @hover)
