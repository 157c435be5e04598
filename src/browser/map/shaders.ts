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

export const NODE_VERTEX = /*glsl*/ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute vec3 a_look; // size, sides, turn
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform vec2 u_half;
uniform float u_sizeRatio;

varying vec4 v_color;
varying vec2 v_at;
varying vec3 v_look;

void main() {
  float radius = a_look.x / u_sizeRatio;
  v_at = a_corner * (max(radius * 1.55, 10.0) + 3.0);
  vec2 middle = (u_matrix * vec3(a_position, 1.0)).xy * u_half;
  gl_Position = vec4((middle + v_at) / u_half, 0.0, 1.0);
  v_look = vec3(radius, a_look.yz);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
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
  #ifdef PICKING_MODE
  // Small nodes can be hit within nine pixels of their centre.
  if (min(d, length(v_at) - 9.0) > 0.0) gl_FragColor = vec4(0.0);
  else gl_FragColor = v_color;
  #else
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
  #endif
}
`;

/** Marks of an edge as the shader reads them: their sum. */
export const EDGE_MARKS = { conditional: 1, tentative: 2, directed: 4 } as const;
export const LINE_CODES = { solid: 0, dashed: 1, dotted: 2 } as const;

export const EDGE_VERTEX = /*glsl*/ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec4 a_style; // width, bend step, line code, marks
attribute vec2 a_radii;
attribute vec2 a_strip; // 0..1 along, -1 or 1 across

uniform mat3 u_matrix;
uniform vec2 u_half;
uniform float u_sizeRatio;

varying vec4 v_color;
varying vec4 v_line; // along, across, length, width
varying vec4 v_ends; // radius at the source and at the target, line code, marks

void main() {
  vec2 from = (u_matrix * vec3(a_source, 1.0)).xy * u_half;
  vec2 to = (u_matrix * vec3(a_target, 1.0)).xy * u_half;
  vec2 chord = to - from;
  float span = max(length(chord), 0.01);
  vec2 aside = vec2(-chord.y, chord.x) / span;
  float bend = a_style.y * (9.0 + 0.05 * span);
  // A quadratic curve passes half as far from the chord as its control point stands.
  vec2 control = (from + to) / 2.0 + aside * bend * 2.0;
  float t = a_strip.x;
  vec2 at = mix(mix(from, control, t), mix(control, to, t), t);
  vec2 way = mix(control - from, to - control, t);
  way /= max(length(way), 0.01);
  float width = max(a_style.x / u_sizeRatio, 1.0);
  float reach = width / 2.0 + 6.5;
  at += vec2(-way.y, way.x) * a_strip.y * reach;
  gl_Position = vec4(at / u_half, 0.0, 1.0);
  float len = span * (1.0 + 2.6667 * bend * bend / (span * span));
  v_line = vec4(t * len, a_strip.y * reach, len, width);
  v_ends = vec4(a_radii / u_sizeRatio, a_style.zw);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
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
  float len = v_line.z;
  float width = v_line.w;
  float begin = v_ends.x;
  float tip = len - v_ends.y - 2.0;
  float marks = v_ends.w + 0.5;
  bool directed = marks >= 4.0;
  bool tentative = mod(marks, 4.0) >= 2.0;
  bool conditional = mod(marks, 2.0) >= 1.0;

  #ifdef PICKING_MODE
  // Eight pixels wide at least, gaps of the pattern included.
  if (along < begin || along > tip || across > max(width / 2.0 + 1.0, 4.0)) gl_FragColor = vec4(0.0);
  else gl_FragColor = v_color;
  #else
  float head = directed ? min(6.0 + 1.5 * width, max(0.0, (tip - begin) * 0.45)) : 0.0;
  float stop = tip - head * 0.85;
  float body = cover(across - width / 2.0);
  float run = along - begin;
  if (v_ends.z > 1.5) {
    float period = max(2.1 * width, 4.0);
    float dot = length(vec2(mod(run, period) - period / 2.0, v_line.y));
    body = cover(dot - max(width, 1.3) / 2.0);
  } else if (v_ends.z > 0.5) {
    float period = 7.0 + 2.5 * width;
    body *= cover(abs(mod(run, period) - period / 2.0) - period * 0.3);
  }
  body *= cover(begin - along) * cover(along - stop);

  float rest = tip - along;
  float wing = (2.6 + 0.75 * width) * clamp(rest / max(head, 0.01), 0.0, 1.0);
  float arrow = head > 0.0 ? cover(across - wing) * cover(-rest) * cover(rest - head) : 0.0;
  // Forecasts and allegations have an open head.
  float hollow = tentative && head > 0.0 ? cover(across - wing + 1.3) * cover(rest - head + 1.2) * cover(2.5 - rest) : 0.0;

  float alpha = max(body, arrow) * v_color.a;
  vec3 color = mix(v_color.rgb, u_ground, hollow);
  alpha = max(alpha, hollow * v_color.a);

  if (conditional) {
    float size = 4.2 + width * 0.5;
    float gem = abs(along - (begin + tip) / 2.0) + across;
    float filled = cover((gem - size) * 0.7071);
    float core = cover((gem - size + 2.3) * 0.7071);
    color = mix(color, mix(v_color.rgb, u_ground, core), filled);
    alpha = max(alpha, filled * v_color.a);
  }
  gl_FragColor = vec4(color * alpha, alpha);
  #endif
}
`;
