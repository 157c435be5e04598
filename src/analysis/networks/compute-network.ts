/** Computes networks from a statement table: settings are checked, statements selected, cut into frames, counted and multiplied. */

import { Fault } from "../../model/problem.ts";
import { countShared, type Shared } from "./bits.ts";
import { formatMoment, unitsBetween } from "./calendar.ts";
import { type Cells, countCells, type Side, sideOf } from "./cells.ts";
import { type Column, emptyCode } from "./column.ts";
import { dnaKernelAverage, dnaKernelOneMode, indexScale } from "./dna-kernel.ts";
import { dnaOneModeMatrix } from "./dna-one-mode.ts";
import { duplicateRemover } from "./duplicates.ts";
import { eventList } from "./event-list.ts";
import { type Frame, type FrameInput, runRange } from "./frames.ts";
import { evenWidth, kernelRange, kernelSlices } from "./kernels.ts";
import { momentsInRange } from "./moments-in-range.ts";
import { matrixOfShared, oneModeMatrix } from "./one-mode.ts";
import { checkSettings } from "./refuse.ts";
import type { Network, NetworkResult } from "./result.ts";
import { withoutRounding } from "./rounding.ts";
import { isNominal, type Scale, scaleOf } from "./scale.ts";
import { askedRange, countExcluded, type Excluded, type Roles, selectStatements } from "./select.ts";
import { completeSettings, type NetworkQuestion, type NetworkSettings } from "./settings.ts";
import type { StatementTable } from "./table.ts";
import { checkCombine, twoModeMatrix } from "./two-mode.ts";
import { beyondWindows, dnaEventWindows, dnaUnitWindows, eventWindows, unitWindows } from "./windows.ts";

/** How much one question may ask for. */
export interface NetworkLimits {
  readonly windows: number;
  /** Cells of all matrices together. */
  readonly cells: number;
  /** Statements counted in all windows together. */
  readonly visits: number;
  /** Events that a list has at most, the first ones; absent = all. */
  readonly events?: number;
  /** Called before each matrix; throws when it is time to end. */
  readonly checkpoint?: () => void;
}

const NETWORK_LIMITS: NetworkLimits = { windows: 50_000, cells: 25_000_000, visits: 500_000_000 };

function overLimit(what: string, asked: number, limit: number, parameter: string): Fault {
  return new Fault({
    class: "over-limit",
    code: "network-too-large",
    parameter,
    message: `The question asks for ${Math.ceil(asked)} ${what}; the limit is ${limit}`,
    remedy: "Narrow it by since and until, by exclusions, or by a larger unit of time.",
    details: { limit },
  });
}

function findRoles(table: StatementTable, settings: NetworkSettings): Roles {
  const name = settings.qualifier ?? table.defaultQualifier ?? "none";
  return {
    rows: table.column(settings.rows, "rows"),
    columns: table.column(settings.columns, "columns"),
    qualifier: name === "none" ? null : table.qualifier(name, settings.qualifierType),
  };
}

/** Refuses runs whose windows are too many before the first is computed. `cells` = size of each matrix where it is known. */
function checkRun(input: FrameInput, cells: number, limits: NetworkLimits): void {
  const { window, windowSize, kernel } = input.settings;
  if (window === "no" || windowSize === null) return;
  const statements = input.selection.candidates.length;
  const range = kernel === "no" ? runRange(input) : kernelRange(input);
  const frames = window === "events" ? statements : range ? unitsBetween(range[0], range[1], window) : 0;
  if (frames > limits.windows) throw overLimit("windows", frames, limits.windows, "window");
  if (frames * cells > limits.cells) throw overLimit("cells or more", frames * cells, limits.cells, "rows");
  const visits = statements * (kernel === "no" ? Math.min(frames, windowSize + 1) : frames);
  if (visits > limits.visits) throw overLimit("statements in windows", visits, limits.visits, "windowSize");
}

function framesOf(input: FrameInput): Iterable<Frame> {
  const { settings, filtered } = input;
  const { window, windowSize, kernel } = settings;
  const dna = settings.compat === "dna";
  if (window === "no" || windowSize === null)
    return [{ statements: filtered, weights: null, from: 0, to: 0, middle: 0, within: null }];
  if (window === "events") return (dna ? dnaEventWindows : eventWindows)(input, windowSize);
  if (kernel !== "no") return kernelSlices(input, window, windowSize);
  return (dna ? dnaUnitWindows : unitWindows)(input, window, windowSize);
}

/** The matrix of one frame. */
type Multiply = (cells: Cells, frame: Frame) => Float64Array;

function multiplier(input: FrameInput, scale: Scale, average: () => Cells): Multiply {
  const { settings, filtered } = input;
  const { type, aggregation, normalization, kernel } = settings;
  const dna = settings.compat === "dna";
  const slices = dna && kernel !== "no" ? indexScale(scale, filtered) : null;
  if (type === "two-mode") {
    const { qualifier } = scale;
    // Levels of a document field are those of the statements at hand (NETWORKS §3).
    const local = aggregation === "combine" && qualifier?.scope === "document";
    return (cells, frame) =>
      twoModeMatrix(
        cells,
        slices ?? (local ? scaleOf(qualifier, frame.statements) : scale),
        aggregation,
        normalization,
      );
  }
  if (slices) {
    const factors = normalization === "average" ? dnaKernelAverage(average()) : null;
    return (cells) => dnaKernelOneMode(cells, slices, aggregation, factors);
  }
  const matrix = dna ? dnaOneModeMatrix : oneModeMatrix;
  return (cells) => matrix({ cells, scale, aggregation, normalization });
}

/** What the rows of a frame share; null where it must be counted by cells. */
type Share = (frame: Frame, rowSide: Side) => Shared | null;

interface Kept {
  readonly question: string;
  readonly shared: Shared | null;
}

/** What was counted last for a table: the next question often asks for another aggregation or normalisation of the same. */
const kept = new WeakMap<StatementTable, Kept>();

function sharing({ table, settings, roles }: FrameInput, scale: Scale): Share {
  const ignores = settings.aggregation === "ignore";
  if (settings.type !== "one-mode" || settings.compat === "dna" || settings.kernel !== "no")
    return () => null;
  if (!ignores && !isNominal(scale)) return () => null;
  const counted = ignores ? { ...roles, qualifier: null } : roles;
  if (settings.window !== "no") return ({ statements }, rowSide) => countShared(counted, statements, rowSide);
  const question = JSON.stringify({
    ...settings,
    aggregation: ignores,
    normalization: null,
    toOne: null,
  });
  return ({ statements }, rowSide) => {
    const last = kept.get(table);
    if (last?.question === question) return last.shared;
    const shared = countShared(counted, statements, rowSide);
    kept.set(table, { question, shared });
    return shared;
  };
}

const statementsOf = ({ rows, all }: Shared): number[] =>
  Array.from({ length: rows }, (_, i) => all[i * rows + i] as number);

/** Cells divided by their sum, unless that is 0. A cell that is no number makes all of them none, as in DNA. */
function toOne(cells: Float64Array): Float64Array {
  let [sum, sizes] = [0, 0];
  for (const cell of cells) {
    sum += cell;
    sizes += Math.abs(cell);
  }
  return withoutRounding(sum, sizes) === 0 ? cells : cells.map((cell) => cell / sum);
}

const labelsOf = (column: Column, side: Side): string[] =>
  Array.from(side.codes, (code) => column.labels[code] as string);

/** How many statements each node of a side has. */
function frequencies(column: Column, side: Side, statements: Int32Array): number[] {
  const counts = new Array<number>(side.codes.length).fill(0);
  for (let i = 0; i < statements.length; i += 1) {
    const at = side.position[column.codes[statements[i] as number] as number];
    if (at !== undefined && at >= 0) counts[at] = (counts[at] as number) + 1;
  }
  return counts;
}

/** All that the frames of a question are cut from, its settings checked and its statements selected. */
interface Prepared {
  readonly input: FrameInput;
  readonly scale: Scale;
  readonly excluded: Excluded;
  readonly messages: readonly string[];
}

function prepare(given: StatementTable, question: NetworkQuestion): Prepared {
  const asked = completeSettings(question);
  const roles = findRoles(given, asked);
  const checked = checkSettings(
    { ...asked, qualifier: roles.qualifier?.name ?? "none" },
    roles.qualifier?.type ?? null,
  );
  const { settings } = checked;
  const range = askedRange(settings);
  const table = settings.window === "no" ? given : momentsInRange(given, ...range);
  const selection = selectStatements(table, roles, settings, range);
  const scale = scaleOf(roles.qualifier, selection.original);
  if (settings.type === "two-mode") checkCombine(settings, scale);
  const dedupe = duplicateRemover(table, roles.rows, roles.columns, roles.qualifier, settings);
  const filtered = dedupe(selection.candidates);
  const messages = [...checked.messages, ...selection.messages];
  if (settings.kernel !== "no" && settings.windowSize !== null && settings.windowSize % 2 === 1)
    messages.push(`The kernel's width is ${evenWidth(settings.windowSize)}: half of it must be whole units.`);
  return {
    input: { table, settings, roles, selection, dedupe, filtered },
    scale,
    excluded: countExcluded(table, selection),
    messages,
  };
}

/** What one network of a question is made of. */
export interface CountedFrame {
  readonly settings: NetworkSettings;
  readonly roles: Roles;
  readonly scale: Scale;
  /** Numbers of the statements, in the order of NETWORKS §1. */
  readonly statements: Int32Array;
}

/**
 * The statements of the network number `at` (from 0) of a question, without computing it; null = there is no such network.
 * Throws what `computeNetwork` throws.
 */
export function countedFrame(
  table: StatementTable,
  question: NetworkQuestion,
  at: number,
  limits: NetworkLimits = NETWORK_LIMITS,
): CountedFrame | null {
  const { input, scale } = prepare(table, question);
  const { settings, roles, filtered } = input;
  if (settings.type === "event-list") return { settings, roles, scale, statements: filtered };
  checkRun(input, 0, limits);
  let number = 0;
  for (const { statements } of framesOf(input)) {
    limits.checkpoint?.();
    if (number++ === at) return { settings, roles, scale, statements };
  }
  return null;
}

/**
 * Computes the networks that a question asks for. Pure: the same table and question give the same result. `keepCounted`: windows too
 * keep the numbers of their statements, as many numbers as there are visits.
 * Throws a `Fault`: bad-parameter for words, variables, dates and settings that do not go together (with the nearest that do),
 * over-limit for runs larger than `limits`.
 */
export function computeNetwork(
  table: StatementTable,
  question: NetworkQuestion,
  limits: NetworkLimits = NETWORK_LIMITS,
  keepCounted = false,
): NetworkResult {
  const { input, scale, excluded, messages } = prepare(table, question);
  const { settings, roles, selection, filtered } = input;
  if (settings.type === "event-list") {
    const listed = filtered.subarray(0, limits.events ?? filtered.length);
    const size = listed.length * table.variables.length;
    if (size > limits.cells) throw overLimit("cells", size, limits.cells, "type");
    return {
      settings,
      networks: [],
      events: eventList(table, listed),
      eventCount: filtered.length,
      excluded,
      messages,
    };
  }

  const oneMode = settings.type === "one-mode";
  const rowsOf = (statements: Int32Array): Side =>
    sideOf(roles.rows.codes, statements, roles.rows.labels.length, emptyCode(roles.rows));
  const columnsOf = (statements: Int32Array): Side =>
    sideOf(roles.columns.codes, statements, roles.columns.labels.length, emptyCode(roles.columns));
  const smoothed = settings.kernel !== "no";
  // DNA's slices have the labels of the filtered statements, isolates or not.
  const everybody = settings.isolates && !(smoothed && settings.compat === "dna");
  const members = everybody ? selection.original : smoothed ? filtered : null;
  const fixedRows = members && rowsOf(members);
  const fixedColumns = members && !oneMode ? columnsOf(members) : null;
  const area = (rowSide: Side, columnSide: Side): number => rowSide.codes.length * columnSide.codes.length;
  checkRun(input, fixedRows ? area(fixedRows, fixedColumns ?? fixedRows) : 0, limits);
  const multiply = multiplier(input, scale, () =>
    countCells(roles, filtered, rowsOf(filtered), columnsOf(filtered), null),
  );
  const share = sharing(input, scale);
  const networks: Network[] = [];
  let total = 0;
  let end: number | null = null;
  for (const frame of framesOf(input)) {
    limits.checkpoint?.();
    const { statements } = frame;
    end = frame.to;
    const rowSide = fixedRows ?? rowsOf(statements);
    const columnSide = oneMode ? rowSide : (fixedColumns ?? columnsOf(statements));
    total += area(rowSide, columnSide);
    if (total > limits.cells) throw overLimit("cells or more", total, limits.cells, "rows");
    const shared = share(frame, rowSide);
    const cells = shared
      ? matrixOfShared(shared, settings.aggregation, settings.normalization)
      : multiply(
          countCells(
            roles,
            statements,
            rowSide,
            oneMode ? columnsOf(members ?? statements) : columnSide,
            frame.weights,
          ),
          frame,
        );
    const rows = labelsOf(roles.rows, rowSide);
    const rowStatements = shared ? statementsOf(shared) : frequencies(roles.rows, rowSide, statements);
    networks.push({
      type: oneMode ? "one-mode" : "two-mode",
      rows,
      columns: oneMode ? rows : labelsOf(roles.columns, columnSide),
      rowStatements,
      columnStatements: oneMode ? rowStatements : frequencies(roles.columns, columnSide, statements),
      cells: settings.toOne ? toOne(cells) : cells,
      // DNA does not set the number of a smoothed slice.
      statements: smoothed && settings.compat === "dna" ? 0 : statements.length,
      excluded: frame.within ? countExcluded(input.table, selection, frame.within) : excluded,
      ...(settings.window === "no" || keepCounted ? { counted: statements } : {}),
      ...(settings.window === "no"
        ? {}
        : {
            span: {
              from: formatMoment(frame.from),
              to: formatMoment(frame.to),
              middle: formatMoment(frame.middle),
            },
          }),
    });
  }
  const { window } = settings;
  const byUnit = window !== "no" && window !== "events" && !smoothed && settings.compat !== "dna";
  const beyond = byUnit && end !== null ? beyondWindows(input, window, end) : null;
  return {
    settings,
    networks,
    events: [],
    eventCount: 0,
    excluded,
    messages: beyond === null ? messages : [...messages, beyond],
  };
}
