; path = r"C:\new"
;        ^^ hover
((string_start) @hover (#match? @hover "^[rR][\"']"))
