/** The inner parts of graphology-layout-forceatlas2, which ships no types for them. */

declare module "graphology-layout-forceatlas2/iterate.js" {
  export default function iterate(
    settings: Readonly<Record<string, unknown>>,
    nodes: Float32Array,
    edges: Float32Array,
  ): void;
}

declare module "graphology-layout-forceatlas2/defaults.js" {
  const defaults: Readonly<Record<string, unknown>>;
  export default defaults;
}
