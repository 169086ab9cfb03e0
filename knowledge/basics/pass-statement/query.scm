; class NotReady(Exception): pass
;                            ^^^^ hover
(pass_statement) @hover
