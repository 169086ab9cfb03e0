; label = handler.__closure__
;                 ^^^^^^^^^^^ hover
((attribute attribute: (identifier) @hover)
  (#any-of? @hover "__closure__" "__code__" "__defaults__" "__annotations__"))
