; total = price
;       ^ hover
(assignment "=" @hover)
