; order = cart
;       ^ hover
(assignment left: (identifier) "=" @hover right: (identifier))
