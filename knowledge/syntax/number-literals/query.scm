; mask = 0xFF
;        ^^^^ hover
((integer) @hover (#match? @hover "^0[xXoObB]|_|[jJ]$"))

; limit = 1e3
;         ^^^ hover
((float) @hover (#match? @hover "[eEjJ_]"))
