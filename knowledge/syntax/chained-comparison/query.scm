; valid = 0 <= n < limit
;           ^^ hover
;                ^ hover
(comparison_operator operators: _ @hover operators: _ @hover)
