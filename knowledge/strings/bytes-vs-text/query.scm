; data = b"caf\xc3\xa9"
;        ^^ hover
((string_start) @hover (#match? @hover "^[bB][\"']"))
