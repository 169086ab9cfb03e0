; print(Child.mro())
;             ^^^ hover
((call function: (attribute attribute: (identifier) @hover) arguments: (argument_list . "(" . ")")) (#eq? @hover "mro"))
