/** A small sound package for the tests, in canonical bytes, and ways to break it. */

import { makeDescriptor } from "../../src/dataset/descriptor-write.ts";
import { sha256Hex } from "../../src/dataset/sha256.ts";
import { TABLES } from "../../src/dataset/tables.ts";

export type Files = Map<string, Uint8Array>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const bytes = (text: string): Uint8Array => encoder.encode(text);
export const text = (data: Uint8Array | undefined): string => decoder.decode(data);

/** The text of source s1: three paragraphs, one blank line. */
export const TEXT = "The envoy backs the plan.\n\nEgypt says “no” for now.\nEgypt waits. Egypt waits.\n";
const PASSAGE = "Egypt says “no” for now.";
const START = TEXT.indexOf(PASSAGE);

const TABLE_TEXTS: Readonly<Record<string, string>> = {
  "actors.csv": `id,label,short_label,aliases,kind,role,speaks_for,member_of,groups
egypt,Egypt,,Cairo;Arab Republic,state,,,,arab-states
envoy,The envoy,Envoy,,person,,egypt,,
arab-states,Arab states,,,group,,,,
`,
  "kinds.csv": `id,label,description,stakeholder,rolls_up,shape
state,State,,true,true,circle
person,Person,,,,
group,Group,,true,false,double-circle
`,
  "issues.csv": `id,label,short_label,description,parent,container
heading,A heading,,,,true
plan,The plan is adopted,,,heading,
force,A force is sent,Force,,heading,false
`,
  "relations.csv": `id,label,polarity,inverse_label,symmetric
backs,backs,positive,is backed by,false
doubts,doubts,negative,,
meets,meets,neutral,,true
`,
  "sources.csv": `id,title,date,date_precision,date_earliest,date_latest,url,sha256,length,author_actor,other_voices
s1,First,2025-11,month,2025-10,2025-11-30,https://example.org/1,${sha256Hex(TEXT)},${TEXT.length},envoy,egypt
s2,Second,,,,,,,,,
`,
  "statements.csv": `id,source,actor,start,end,passage_sha256,paragraph,speaker,attributed_to,voice,modality,polarity,issue,relation,target,intensity,condition,condition_issues,date,date_precision,date_basis,summary,confidence,repeat_of,off_topic,coder,notes,mood
st1,s1,egypt,${START},${START + PASSAGE.length},${sha256Hex(PASSAGE)},2,,envoy,reported,position,oppose,plan,,,2,"if asked, twice",force;not:plan,2025-11-01,day,stated,It declines for the present,0.9,,false,me,,calm
st2,s1,envoy,,,,,,,,,,,backs,egypt,,,,,,,,,,,,,
st3,s2,egypt,,,,,,,author,fact,neutral,force,,,,,,,,,,,,,,,
st4,s1,egypt,,,,,,,,,oppose,plan,,,,,,,,,,,st1,,,,
`,
};

/** The package, fresh each time. */
export function soundPackage(): Files {
  const files: Files = new Map();
  const headers = new Map<string, readonly string[]>();
  for (const table of TABLES) {
    const content = TABLE_TEXTS[table.file] ?? "";
    files.set(table.file, bytes(content));
    headers.set(table.name, (content.split("\n")[0] ?? "").split(","));
  }
  const metadata = {
    name: "sound",
    title: "A sound package",
    description: "For tests.",
    version: "1.0.0",
    licences: [{ name: "CC-BY-4.0", title: "", path: "https://creativecommons.org/licenses/by/4.0/" }],
    contributors: [{ title: "A coder", roles: ["author"] }],
    method: "Coded by hand.",
  };
  files.set("datapackage.json", bytes(makeDescriptor(metadata, headers)));
  return files;
}

/** Replaces a text that must be there in one file. */
export function edit(files: Files, file: string, from: string, to: string): Files {
  const before = text(files.get(file));
  if (!before.includes(from)) throw new Error(`${file} has no ${from}`);
  return files.set(file, bytes(before.replace(from, () => to)));
}

/** Adds a line at the end of a file. */
export const append = (files: Files, file: string, line: string): Files =>
  files.set(file, bytes(`${text(files.get(file))}${line}\n`));

/** Replaces the cell of a record, both named; the cells of the fixture that are edited hold no comma. */
export function setCell(files: Files, file: string, id: string, column: string, value: string): Files {
  const lines = text(files.get(file)).split("\n");
  const at = (lines[0] ?? "").split(",").indexOf(column);
  const row = lines.findIndex((line) => line.startsWith(`${id},`));
  if (at < 0 || row < 0) throw new Error(`${file} has no cell ${id} ${column}`);
  const cells = (lines[row] ?? "").replace('"if asked, twice"', "if asked").split(",");
  cells[at] = value;
  lines[row] = cells.join(",");
  return files.set(file, bytes(lines.join("\n")));
}
