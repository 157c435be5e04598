/**
 * The shaders of the map. Both work in CSS pixels: a corner of the quad is placed in pixels around the item, and the fragment
 * computes its distance to the outline, so that edges are sharp at every zoom. WebGL 1 dialect, because sigma puts a line
 * before the source. Outlines equal those of formats/svg/shapes.ts, bends those of picture.ts.
 */

/** How an outline is told to the shader: number of corners (below 3 a round one) and the angle of its first corner. */
export const SHAPE_CODES: ReadonlyMap<string, readonly [sides: number, turn: number]> = new Map([
  ["circle", [0, 0]],
  ["double-circle", [1, 0]],
  ["ellipse", [2, 0]],
  ["rounded", [-1, 0]],
  ["square", [4, Math.PI / 4]],
  ["diamond", [4, 0]],
  ["pentagon", [5, Math.PI / 2]],
  ["hexagon", [6, 0]],
  ["octagon", [8, Math.PI / 8]],
  ["triangle-down", [3, -Math.PI / 2]],
  ["triangle", [3, Math.PI / 2]],
]);

/**
 * What steps back is drawn first and faintly, what stands out last and fully: two passes over the same buffer, so that another
 * emphasis changes no more than the items that it names. `u_pass`: below 0 = no emphasis, 0 = what steps back, 1 = the rest.
 */
const PASSES = /*glsl*/ `
bool elsewhere(float marked) {
  return u_pass > -0.5 && (marked < 0.0) != (u_pass > 0.5);
}

void fade(inout float alpha) {
  if (u_pass > 0.5) alpha = 1.0;
  else if (u_pass > -0.5) alpha = u_faint;
}
`;

export const NODE_VERTEX = /*glsl*/ `
attribute vec4 a_color;
attribute vec2 a_position;
attribute vec3 a_look; // size (below zero for what stands out), sides, turn
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform vec2 u_half;
uniform float u_sizeRatio;
uniform float u_pass;
uniform float u_faint;
${PASSES}
varying vec4 v_color;
varying vec2 v_at;
varying vec3 v_look;

void main() {
  if (elsewhere(a_look.x)) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  float radius = abs(a_look.x) / u_sizeRatio;
  // As large as the widest outline with its rim.
  float reach = radius * (a_look.y > 2.5 && a_look.y < 3.5 ? 1.5 : 1.31) + 2.5;
  v_at = a_corner * reach;
  vec2 middle = (u_matrix * vec3(a_position, 1.0)).xy * u_half;
  gl_Position = vec4((middle + v_at) / u_half, 0.0, 1.0);
  v_look = vec3(radius, a_look.yz);
  v_color = a_color;
  v_color.a *= 255.0 / 254.0;
  fade(v_color.a);
}
`;

export const NODE_FRAGMENT = /*glsl*/ `
precision highp float;

varying vec4 v_color;
varying vec2 v_at;
varying vec3 v_look;

uniform float u_feather;
uniform vec3 u_ground;

const float PI = 3.141592653589793;

float outline(vec2 p, float r, float sides, float turn) {
  if (sides > 2.5) {
    float sector = 2.0 * PI / sides;
    float corner = 0.95 * sqrt(2.0 * PI / (sides * sin(sector))) * r;
    float angle = mod(atan(p.y, p.x) - turn, sector) - sector / 2.0;
    return length(p) * cos(angle) - corner * cos(PI / sides);
  }
  if (sides > 1.5) return (length(p / vec2(1.3, 0.8)) - r) * 0.9;
  if (sides > 0.5) return length(p) - 1.05 * r;
  if (sides > -0.5) return length(p) - r;
  vec2 q = abs(p) - vec2(1.2, 0.82) * r + 0.35 * r;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - 0.35 * r;
}

void main(void) {
  float d = outline(v_at, v_look.x, v_look.y, v_look.z);
  float inside = 1.0 - smoothstep(-u_feather, u_feather, d);
  // A double circle is a disc within a ring.
  if (v_look.y > 0.5 && v_look.y < 1.5) {
    float gap = length(v_at);
    inside = min(inside, max(1.0 - smoothstep(-u_feather, u_feather, gap - 0.66 * v_look.x), smoothstep(-u_feather, u_feather, gap - 0.85 * v_look.x)));
  }
  // A rim in the ground's colour parts the node from the lines that end at it.
  float rim = 1.0 - smoothstep(-u_feather, u_feather, d - 1.5);
  vec3 color = mix(u_ground, v_color.rgb, inside * v_color.a);
  gl_FragColor = vec4(color * rim, rim);
}
`;

/** Marks of an edge as the shader reads them: their sum. */
export const EDGE_MARKS = { conditional: 1, tentative: 2, directed: 4, fromBox: 8, toBox: 16 } as const;
export const LINE_CODES = { solid: 0, dashed: 1, dotted: 2 } as const;

/**
 * The strip of an edge, as pairs of points: a narrow one for the line, wide only where the mark of a condition and the head
 * are, because every pixel costs. Kinds: 0 from the source to the mark, 1 and 2 the mark's ends, 3 from the mark to the head,
 * 4 and 5 the head's ends. `pieces` is the number of pieces of either part of the line: 1 when it is straight.
 */
export function edgeStrip(pieces: number): number[][] {
  const steps = Array.from({ length: pieces + 1 }, (_, at) => at / pieces);
  const points = [...steps.map((u) => [0, u]), [1, 0], [2, 0], ...steps.map((u) => [3, u]), [4, 0], [5, 0]];
  return points.flatMap((point) => [
    [...point, -1],
    [...point, 1],
  ]);
}

export const EDGE_VERTEX = /*glsl*/ `
attribute vec4 a_color;
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec4 a_style; // width (below zero for what stands out), bend step, line code, marks
attribute vec2 a_radii;
attribute vec3 a_strip; // kind, 0..1 within it, -1 or 1 across

uniform mat3 u_matrix;
uniform vec2 u_half;
uniform float u_sizeRatio;
uniform float u_pass;
uniform float u_faint;
${PASSES}
varying vec4 v_color;
varying vec4 v_line; // along from the source's rim, across, width, line code
varying vec4 v_ends; // where the head begins and ends, the line's middle, marks

// How far a node reaches in a direction: its radius, or the rim of a rounded box.
float rim(float radius, float box, vec2 way) {
  vec2 slope = max(abs(way) / max(length(way), 0.01), vec2(0.001));
  return radius * (box < 0.5 ? 1.0 : min(1.2 / slope.x, 0.82 / slope.y));
}

void main() {
  if (elsewhere(a_style.x)) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  vec2 from = (u_matrix * vec3(a_source, 1.0)).xy * u_half;
  vec2 to = (u_matrix * vec3(a_target, 1.0)).xy * u_half;
  vec2 chord = to - from;
  float span = max(length(chord), 0.01);
  vec2 aside = vec2(-chord.y, chord.x) / span;
  float bend = a_style.y * (9.0 + 0.05 * span);
  // A quadratic curve passes half as far from the chord as its control point stands.
  vec2 control = (from + to) / 2.0 + aside * bend * 2.0;
  float len = span * (1.0 + 2.6667 * bend * bend / (span * span));
  float width = max(abs(a_style.x) / u_sizeRatio, 1.0);
  float marks = a_style.w + 0.5;
  bool directed = mod(marks, 8.0) >= 4.0;
  bool conditional = mod(marks, 2.0) >= 1.0;

  float begin = rim(a_radii.x / u_sizeRatio, step(8.0, mod(marks, 16.0)), control - from);
  float tip = max(begin, len - rim(a_radii.y / u_sizeRatio, step(16.0, marks), to - control) - 2.0);
  float head = directed ? min(6.0 + 1.5 * width, (tip - begin) * 0.45) : 0.0;
  float middle = (begin + tip) / 2.0;
  float gem = conditional ? min(5.5 + width * 0.5, (tip - begin) / 2.0 - head) : 0.0;
  float line = width / 2.0 + 0.8;

  float kind = a_strip.x;
  float along;
  float reach = line;
  if (kind < 0.5) along = mix(begin, middle - gem, a_strip.y);
  else if (kind < 2.5) {
    along = middle + (kind < 1.5 ? -gem : gem);
    reach = max(line, gem);
  } else if (kind < 3.5) along = mix(middle + gem, tip - head, a_strip.y);
  else {
    along = kind < 4.5 ? tip - head : tip;
    reach = max(line, head > 0.0 ? 3.6 + 0.75 * width : 0.0);
  }
  float t = along / len;
  vec2 at = mix(mix(from, control, t), mix(control, to, t), t);
  vec2 way = mix(control - from, to - control, t);
  way /= max(length(way), 0.01);
  at += vec2(-way.y, way.x) * a_strip.z * reach;
  gl_Position = vec4(at / u_half, 0.0, 1.0);
  v_line = vec4(along - begin, a_strip.z * reach, width, a_style.z);
  v_ends = vec4(tip - begin - head, tip - begin, middle - begin, a_style.w);
  v_color = a_color;
  v_color.a *= 255.0 / 254.0;
  fade(v_color.a);
}
`;

export const EDGE_FRAGMENT = /*glsl*/ `
precision highp float;

varying vec4 v_color;
varying vec4 v_line;
varying vec4 v_ends;

uniform float u_feather;
uniform vec3 u_ground;

float cover(float d) {
  return 1.0 - smoothstep(-u_feather, u_feather, d);
}

void main(void) {
  float along = v_line.x;
  float across = abs(v_line.y);
  float width = v_line.z;
  float marks = v_ends.w + 0.5;
  vec3 color = v_color.rgb;
  float alpha;

  if (v_line.w > 1.5) {
    float period = max(2.1 * width, 4.0);
    alpha = cover(length(vec2(mod(along, period) - period / 2.0, across)) - max(width, 1.3) / 2.0);
  } else {
    alpha = cover(across - width / 2.0);
    if (v_line.w > 0.5) {
      float period = 7.0 + 2.5 * width;
      alpha *= cover(abs(mod(along, period) - period / 2.0) - period * 0.3);
    }
  }
  float head = v_ends.y - v_ends.x;
  float rest = v_ends.y - along;
  if (head > 0.0 && rest < head + 1.0) {
    alpha *= cover(head * 0.85 - rest);
    float wing = (2.6 + 0.75 * width) * clamp(rest / head, 0.0, 1.0);
    alpha = max(alpha, cover(across - wing) * cover(rest - head));
    // Forecasts and allegations have an open head.
    if (mod(marks, 4.0) >= 2.0)
      color = mix(color, u_ground, cover(across - wing + 1.3) * cover(rest - head + 1.2) * cover(2.5 - rest));
  } else if (mod(marks, 2.0) >= 1.0) {
    float size = 4.2 + width * 0.5;
    float gem = abs(along - v_ends.z) + across;
    float filled = cover((gem - size) * 0.7071);
    color = mix(color, mix(v_color.rgb, u_ground, cover((gem - size + 2.3) * 0.7071)), filled);
    alpha = max(alpha, filled);
  }
  alpha *= v_color.a;
  gl_FragColor = vec4(color * alpha, alpha);
}
`;
