; valid = 0 <= n < limit
;           ^^ hover
(comparison_operator operators: _ @hover . (_) . operators: _)

; valid = 0 <= n < limit
;                ^ hover
(comparison_operator operators: _ . (_) . operators: _ @hover)
