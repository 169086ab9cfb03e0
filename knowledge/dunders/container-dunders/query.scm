; def __getitem__(self, key): ...
;     ^^^^^^^^^^^ hover
((function_definition name: (identifier) @hover parameters: (parameters)) (#eq? @hover "__getitem__"))

; value = super().__getitem__(key)
;                 ^^^^^^^^^^^ hover
((attribute attribute: (identifier) @hover) (#eq? @hover "__getitem__"))
