; isinstance(value, collections.Mapping)
;                   ^^^^^^^^^^^^^^^^^^^ what the rule marks
((attribute attribute: (identifier) @name) @finding
  (#any-of? @name
    "AsyncGenerator" "AsyncIterable" "AsyncIterator" "Awaitable" "ByteString" "Bytes" "Callable" "Collection"
    "Container" "Coroutine" "Ellipsis" "FancyURLopener" "Generator" "Hashable" "ImpImporter" "ImpLoader"
    "ItemsView" "Iterable" "Iterator" "KeysView" "LegacyInterpolation" "LockType" "Mapping" "MappingView"
    "MutableMapping" "MutableSequence" "MutableSet" "NameConstant" "Num" "ResourceReader" "Reversible"
    "SafeConfigParser" "Sequence" "Set" "Sized" "Str" "TEMPLATE" "Traversable" "TraversableResources" "URLopener"
    "ValuesView" "_TextTestResult" "all_tasks" "allocate_lock" "clock" "coroutine" "current_task" "decodestring"
    "dist" "encodestring" "findTestCases" "find_loader" "format" "formatargspec" "gcd" "getTestCaseNames"
    "get_child_watcher" "get_ident" "get_loader" "getargspec" "getcheckinterval" "getcwdu" "ifilter"
    "ifilterfalse" "imap" "io" "isAlive" "izip" "izip_longest" "ldgettext" "ldngettext" "letters" "lgettext"
    "linux_distribution" "lngettext" "lowercase" "makeSuite" "maketrans" "master_open" "match_hostname" "maxint"
    "module_for_loader" "re" "readPlist" "readPlistFromBytes" "resetlocale" "set_child_watcher" "set_loader"
    "set_package" "setcheckinterval" "slave_open" "start_new_thread" "template" "uppercase" "version"
    "version_info" "wrap_socket" "writePlist" "writePlistToBytes"))

; import typing.io, sys as system
;        ^^^^^^^^^ what the rule marks
(import_statement
  name: [
    (dotted_name) @finding
    (aliased_import name: (dotted_name) @finding)
  ]) @import

; from inspect import getargspec, signature
;      ^^^^^^^ what the rule marks
(import_from_statement
  module_name: (dotted_name) @finding) @import
