; names = dir(__builtins__)
;             ^^^^^^^^^^^^ hover
((identifier) @hover (#eq? @hover "__builtins__"))
