; here = Path(__file__).parent
;             ^^^^^^^^ hover
((identifier) @hover (#any-of? @hover "__file__" "__spec__" "__path__" "__package__" "__cached__" "__loader__"))

; log = logging.getLogger(__name__)
;                         ^^^^^^^^ hover
((argument_list (identifier) @hover) (#eq? @hover "__name__"))
