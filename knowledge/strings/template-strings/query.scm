; page = t"<p>{comment}</p>"
;        ^^ hover
((string_start) @hover (#match? @hover "^[tT][\"']"))
