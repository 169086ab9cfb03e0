; label = handler.__closure__
;                 ^^^^^^^^^^^ hover
((attribute attribute: (identifier) @hover)
  (#any-of? @hover "__name__" "__qualname__" "__module__" "__closure__" "__code__" "__defaults__" "__annotations__"))
