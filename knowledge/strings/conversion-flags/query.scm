; text = f"{name!r}"
;               ^^ hover
((type_conversion) @hover)
