; lazy import json
; ^^^^ hover
((ERROR . (identifier) @hover .) (#eq? @hover "lazy"))
