; total += price
;       ^^ hover
(augmented_assignment operator: _ @hover)
