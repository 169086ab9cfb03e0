; from os.path import *
;                     ^ finding
(import_from_statement
  module_name: (_) @source
  (wildcard_import) @finding) @import

; from os.path import *
;                     ^ hover
(import_from_statement (wildcard_import) @hover)
