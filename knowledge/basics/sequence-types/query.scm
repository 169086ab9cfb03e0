; first = items[0]
;              ^ hover
;                ^ hover
(subscript ["[" "]"] @hover)
