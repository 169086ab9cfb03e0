; items = (n for n in numbers)
;         ^^^^^^^^^^^^^^^^^^^^ finding
(assignment left: (identifier) right: (generator_expression) @finding)

; items = produce(numbers)
;         ^^^^^^^^^^^^^^^^ finding
(assignment left: (identifier) right: (call function: [(identifier) (attribute)]) @finding)
