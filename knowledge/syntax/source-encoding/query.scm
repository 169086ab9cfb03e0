; #!/usr/bin/env python3
; ^^ hover
(module . (comment) @hover (#match? @hover "^#!"))

; # -*- coding: latin-1 -*-
; ^ hover
(module . (comment) @hover (#match? @hover "coding[:=]\\s*[-_.a-zA-Z0-9]+"))

; #!/usr/bin/env python3
; # -*- coding: latin-1 -*-
; ^ hover
(module . (comment) . (comment) @hover (#match? @hover "coding[:=]\\s*[-_.a-zA-Z0-9]+"))
