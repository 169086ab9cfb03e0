; def __getitem__(self, i): ...
;     ^^^^^^^^^^^ hover
(function_definition name: (identifier) @hover
  (#eq? @hover "__getitem__"))

; def __getitem__(self, i):
;     ^^^^^^^^^^^ hover
;     if i >= 4: raise IndexError(i)
((function_definition name: (identifier) @hover
  body: (block (if_statement consequence: (block (raise_statement . (_) @_error)))))
  (#eq? @hover "__getitem__") (#match? @_error "^IndexError"))
