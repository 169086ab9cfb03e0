; for item in items:
;     items.remove(item)
;     ^^^^^^^^^^^^^^^^^^ what the rule marks
(for_statement
  left: (_) @target
  right: [(identifier) (attribute) (call)] @finding
  body: (block) @body) @loop
