; for line in lines:
;     continue
;     ^^^^^^^^ hover
(continue_statement "continue" @hover)
