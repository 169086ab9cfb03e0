; sizes = [1, 2]
;         ^ hover
(list) @hover
