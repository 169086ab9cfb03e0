; names = {"Ann", "Bo"}
;         ^ hover
(set) @hover
