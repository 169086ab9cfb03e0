; age < 18
;     ^ hover
(comparison_operator operators: ["<" "<=" ">" ">=" "<>"] @hover)
