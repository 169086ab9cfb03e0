; class Account:
;     def close(self): ...
;               ^^^^ hover
((identifier) @hover (#any-of? @hover "self" "cls"))
