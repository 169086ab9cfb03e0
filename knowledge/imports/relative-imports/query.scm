; from .forms import Login
;      ^ hover
(relative_import (import_prefix) @hover)
