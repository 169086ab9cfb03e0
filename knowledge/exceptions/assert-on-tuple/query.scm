; assert (count > 0, "empty")
;        ^^^^^^^^^^^^^^^^^^^^ finding
(assert_statement . [(tuple) (parenthesized_expression)] @finding)
