export { light } from "./light.mjs";
export * from "./heavy.mjs";
