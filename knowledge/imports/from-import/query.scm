; from json import dumps
; ^^^^ hover
;           ^^^^^^ hover
(import_from_statement "from" @hover "import" @hover)
