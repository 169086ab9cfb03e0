; import cgi, os
;        ^^^ what the rule marks
(import_statement
  name: [
    (dotted_name) @finding
    (aliased_import name: (dotted_name) @finding)
  ]) @import

; from imp import reload
;      ^^^ what the rule marks
(import_from_statement
  module_name: (dotted_name) @finding) @import
