import { attributesNamed, defineRule, enclosingClass, type Match, methodsOf, replace, t, unsafeFix } from "#rule";

/** The special methods of Python 3, without their underscores. */
const SPECIAL: ReadonlySet<string> = new Set(
  `abs add aenter aexit aiter and anext annotate await bool buffer bytes call ceil class_getitem complex contains copy
  deepcopy del delattr delete delitem dir divmod enter eq exit float floor floordiv format fspath ge get getattr
  getattribute getitem getnewargs getnewargs_ex getstate gt hash iadd iand ifloordiv ilshift imatmul imod imul index init
  init_subclass instancecheck int invert ior ipow irshift isub iter itruediv ixor le len length_hint lshift lt matmul
  missing mod mro_entries mul ne neg new next or pos post_init pow prepare radd rand rdivmod reduce reduce_ex
  release_buffer replace repr reversed rfloordiv rlshift rmatmul rmod rmul ror round rpow rrshift rshift rsub rtruediv
  rxor set set_name setattr setitem setstate sizeof str sub subclasscheck subclasshook truediv trunc xor`.split(/\s+/),
);

/** Names near to one of those that mean something else: of Python 2, of attributes, of Cython, of other libraries. */
const OTHER: ReadonlySet<string> = new Set(
  `div rdiv idiv cmp rcmp coerce hex oct long unicode nonzero getslice setslice delslice getinitargs getformat setformat
  inv concat iconcat contains not sizeof name qualname module doc dict weakref slots bases base mro class code defaults
  kwdefaults closure globals func self wrapped annotations file path spec loader package all version members methods
  signature objclass getitems setitems delitems cinit dealloc releasebuffer html json rich clause_element array array_ufunc array_function array_wrap
  array_prepare array_finalize array_interface array_struct tablename table_args mapper_args iop`.split(/\s+/),
);

export default defineRule({
  check(match) {
    const suggestion = suggestionFor(match.finding.text);
    if (!suggestion || isInvented(match, suggestion)) return null;
    return { values: { name: match.finding.text, suggestion } };
  },

  fix(match) {
    const suggestion = suggestionFor(match.finding.text);
    if (!suggestion) return null;
    return unsafeFix(t`Rename to \`${suggestion}\` (Python then calls it)`, replace(match.finding, suggestion));
  },
});

/** The special name that was probably meant, or null where the name is right, or like none. */
function suggestionFor(name: string): string | null {
  const [, before = "", inner = "", behind = ""] = /^(_+)([A-Za-z]\w*?)(_+)$/.exec(name) ?? [];
  if (before.length === 2 && behind.length === 2) {
    if (SPECIAL.has(inner) || OTHER.has(inner)) return null;
    const near = [...SPECIAL].filter((special) => isSlip(inner, special));
    // Letters in the wrong order say more than one too many: `inti` is `init`, not `int`.
    const best = near.find((special) => special.length === inner.length) ?? (near.length === 1 ? near[0] : undefined);
    return best ? `__${best}__` : null;
  }
  const isOneOff = (before.length === 2) !== (behind.length === 2) && Math.abs(before.length + behind.length - 4) === 1;
  return isOneOff && SPECIAL.has(inner) ? `__${inner}__` : null;
}

/** The class has the right one, too, or somebody uses the name: then it is a name of their own. */
function isInvented(match: Match, suggestion: string): boolean {
  const name = match.finding.text;
  const owner = enclosingClass(match.node("method"));
  const methods = owner ? methodsOf(owner) : [];
  if (methods.some((method) => method.childForFieldName("name")?.text === suggestion)) return true;
  if (!attributesNamed(match.module, name).next().done) return true;
  // `__str__ = __strr__`, in the class itself.
  if (owner && owner.descendantsOfType("identifier").filter((one) => one?.text === name).length > 1) return true;
  return new RegExp(`["']${name}["']`).test(match.module.root.text);
}

/** Whether a hand on the keyboard may make one of the other. In short words every letter makes another word. */
function isSlip(written: string, meant: string): boolean {
  const more = written.length - meant.length;
  if (Math.abs(more) > 1 || /\d/.test(written)) return false;
  if (more === 0) return isSwap(written, meant) || isReplacedLetter(written, meant);
  const [longer, shorter] = more > 0 ? [written, meant] : [meant, written];
  const at = [...longer].findIndex((letter, index) => letter !== shorter[index]);
  if (longer.slice(0, at) + longer.slice(at + 1) !== shorter) return false;
  return written.length > 4 || longer[at] === longer[at - 1];
}

function isSwap(written: string, meant: string): boolean {
  const at = [...written].findIndex((letter, index) => letter !== meant[index]);
  const swapped = (written[at + 1] ?? "") + (written[at] ?? "");
  return written.slice(0, at) + swapped + written.slice(at + 2) === meant;
}

function isReplacedLetter(written: string, meant: string): boolean {
  const different = [...written].flatMap((letter, index) => (letter === meant[index] ? [] : [index]));
  const limit = written.length > 6 ? 2 : 1;
  if (different.length > limit) return false;
  return written.length > 4 || different.every((index) => areNeighbours(written[index] ?? "", meant[index] ?? ""));
}

function areNeighbours(a: string, b: string): boolean {
  return ["qwertyuiop", "asdfghjkl", "zxcvbnm"].some((row) => row.includes(a + b) || row.includes(b + a));
}
