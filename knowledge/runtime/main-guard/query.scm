; if __name__ == "__main__": main()
; ^^ hover
((if_statement "if" @hover condition: (comparison_operator . (identifier) @_name . "==")) (#eq? @_name "__name__"))

; if __name__ == "__main__": main()
;    ^^^^^^^^ hover
((comparison_operator . (identifier) @hover . "==") (#eq? @hover "__name__"))

; if __name__ == "__main__": main()
;             ^^ hover
((comparison_operator . (identifier) @_name . "==" @hover) (#eq? @_name "__name__"))
