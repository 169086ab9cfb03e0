; total = = price
;         ^ hover
(ERROR) @hover
