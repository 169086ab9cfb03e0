; from collections import OrderedDict
; ages = OrderedDict()
;        ^^^^^^^^^^^ hover
((call function: (identifier) @hover)
  (#resolves? @hover "collections.OrderedDict" "builtins.dict"))
