/** All a `rule.ts` may use, under the one name `#rule`. */
export type { Edit, Fix, Span } from "../api.ts";
export { BUILTINS } from "../module/builtins.ts";
export * from "../module/constant.ts";
export * from "../module/context.ts";
export * from "../module/effects.ts";
export * from "../module/escape.ts";
export * from "../module/flow.ts";
export * from "../module/guards.ts";
export * from "../module/handling.ts";
export type { Module } from "../module/module.ts";
export * from "../module/order.ts";
export { annotatedClass } from "../module/types.ts";
export * from "../module/undo.ts";
export * from "../module/workload.ts";
export * from "../syntax/nodes.ts";
export * from "./defaults.ts";
export * from "./edits.ts";
export * from "./rule.ts";
