import {
  defineRule,
  evaluatedInBody,
  functionOfDefault,
  isPromisedReadOnly,
  makesContainer,
  parameterOf,
  t,
} from "#rule";

export default defineRule({
  check(match) {
    const value = match.finding;
    if (!makesContainer(match.module, value)) return null;
    // A leading underscore says that no caller is meant to pass it: a cache kept on purpose.
    const parameter = parameterOf(match);
    const definition = functionOfDefault(value);
    if (!definition || parameter.name.startsWith("_") || isPromisedReadOnly(parameter, match.module)) return null;
    const functionName = definition.childForFieldName("name")?.text ?? t`this lambda`;
    return { values: { default: value.text, function: functionName } };
  },

  fix: (match) => evaluatedInBody(match, "build"),
});
