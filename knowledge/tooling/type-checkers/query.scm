; reveal_type(total)
; ^^^^^^^^^^^ hover
((call function: (identifier) @hover) (#eq? @hover "reveal_type"))
