import { describe, expect, it } from "vitest";
import {
  CATEGORY_COLORS,
  GROUP_COLORS,
  kindShapes,
  OTHER_COLORS,
  PALETTES,
  SEQUENTIAL_COLORS,
  SHAPES,
} from "../../src/view/appearance.ts";

describe("outlines of kinds", () => {
  it("are those that a file says, and for the rest others, as long as there are some", () => {
    expect(kindShapes(["", "square", "", ""])).toEqual(["circle", "square", "diamond", "pentagon"]);
    const many = kindShapes(Array.from({ length: 12 }, () => ""));
    expect(new Set(many.slice(0, 10)).size).toBe(10);
    expect(many.every((shape) => SHAPES.some((one) => one === shape) && shape !== "rounded")).toBe(true);
    expect(many.slice(10)).toEqual(many.slice(0, 2));
  });
});

type Triple = readonly [number, number, number];

const linear = (color: string): Triple => {
  const at = (from: number): number => {
    const value = Number.parseInt(color.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [at(1), at(3), at(5)];
};
const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const contrast = (a: string, b: string): number => {
  const [x, y] = [a, b].map((color) => dot([0.2126, 0.7152, 0.0722], linear(color)) + 0.05) as [
    number,
    number,
  ];
  return Math.max(x, y) / Math.min(x, y);
};

/** Machado, Oliveira & Fernandes 2009, severity 1; rows. */
const VISIONS: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  common: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function lab(color: string, vision: readonly [Triple, Triple, Triple]): Triple {
  const seen = vision.map((row) => Math.min(1, Math.max(0, dot(row, linear(color))))) as unknown as Triple;
  const root = (row: Triple) => Math.cbrt(dot(row, seen));
  const lms: Triple = [
    root([0.4122214708, 0.5363325363, 0.0514459929]),
    root([0.2119034982, 0.6806995451, 0.1073969566]),
    root([0.0883024619, 0.2817188376, 0.6299787005]),
  ];
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], lms),
    dot([1.9779984951, -2.428592205, 0.4505937099], lms),
    dot([0.0259040371, 0.7827717662, -0.808675766], lms),
  ];
}

const apart = (a: string, b: string, vision: readonly [Triple, Triple, Triple]): number => {
  const [x, y] = [lab(a, vision), lab(b, vision)];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
};

describe.each(["light", "dark"] as const)("colours of data, %s", (theme) => {
  const { background } = PALETTES[theme];

  it.each(Object.entries(VISIONS))("categories differ to %s", (_, vision) => {
    const colors = CATEGORY_COLORS[theme];
    for (const [at, color] of colors.entries())
      for (const other of colors.slice(at + 1))
        expect(apart(color, other, vision), `${color} ${other}`).toBeGreaterThan(0.095);
  });

  it.each(Object.entries(VISIONS))("groups differ to %s", (_, vision) => {
    const colors = GROUP_COLORS[theme];
    expect(colors.length).toBe(12);
    for (const [at, color] of colors.entries())
      for (const other of colors.slice(at + 1))
        expect(apart(color, other, vision), `${color} ${other}`).toBeGreaterThan(0.075);
  });

  it("stand out from the ground", () => {
    for (const color of [...GROUP_COLORS[theme], OTHER_COLORS[theme]])
      expect(contrast(color, background), color).toBeGreaterThanOrEqual(2.99);
    for (const color of SEQUENTIAL_COLORS[theme]) expect(contrast(color, background)).toBeGreaterThan(2.85);
  });
});
