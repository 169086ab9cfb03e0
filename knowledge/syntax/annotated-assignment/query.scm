; count: int = 0
;      ^ hover
(assignment ":" @hover type: (type))
