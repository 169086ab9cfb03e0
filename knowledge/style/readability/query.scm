; limit = 30  # seconds, see the contract
;             ^^^^^^^^^ hover
((comment) @hover (#not-match? @hover "^#!|coding[:=]"))
