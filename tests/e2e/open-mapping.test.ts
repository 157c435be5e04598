/** Open your own data: what has to be said about a database or a table, with its dates, and the way back from what is wrong. */
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { createGunzip, gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeSqlite } from "../../src/formats/dna/sqlite-node.ts";
import { requires } from "../support/require.ts";
import { accessibilityFaults, drawn, open } from "./explorer.ts";
import { session } from "./session.ts";

const chromium = requires("browser");
const data = requires("data");

/** Adds a statement type of other words to DNA's own sample, with three statements. */
const SECOND_TYPE = `
INSERT INTO STATEMENTTYPES VALUES(90, 'Verdict', 0, 0, 0);
INSERT INTO VARIABLES VALUES(901, 'court', 'short text', 90), (902, 'matter', 'short text', 90), (903, 'ruling', 'short text', 90), (904, 'pages', 'integer', 90);
INSERT INTO ENTITIES VALUES(9001, 901, 'High Court', 0, 0, 0, NULL), (9002, 901, 'Low Court', 0, 0, 0, NULL), (9003, 902, 'Appeal', 0, 0, 0, NULL), (9004, 903, 'upheld', 0, 0, 0, NULL), (9005, 903, 'overturned', 0, 0, 0, NULL);
INSERT INTO STATEMENTS SELECT 90001, 90, MIN(ID), 0, 1, 1 FROM DOCUMENTS;
INSERT INTO STATEMENTS SELECT 90002, 90, MIN(ID), 1, 2, 1 FROM DOCUMENTS;
INSERT INTO DATASHORTTEXT VALUES(900001, 90001, 901, 9001), (900002, 90001, 902, 9003), (900003, 90001, 903, 9004), (900004, 90002, 901, 9002), (900005, 90002, 902, 9003), (900006, 90002, 903, 9005);`;

describe.skipIf(!chromium)("what is said about one's own data", { timeout: 120_000 }, () => {
  const shared = session(chromium);
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "stancegraph-mapping-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const file = (name: string, content: string | Uint8Array): string => {
    const at = path.join(folder, name);
    writeFileSync(at, content);
    return at;
  };
  const dialog = async (): Promise<Page> => {
    shared.watched = await open(shared.browser, shared.served.url, { bypassCSP: true });
    const { page } = shared.watched;
    await drawn(page);
    await page.getByRole("button", { name: "Open your own data" }).click();
    await page.getByRole("dialog").getByText("nothing is uploaded").waitFor();
    return page;
  };
  const give = (page: Page, ...files: string[]) => page.getByLabel("Choose a file…").setInputFiles(files);
  /** Goes on where remarks come first. */
  const explored = async (page: Page, id: string): Promise<void> => {
    const remarks = page.getByRole("button", { name: "Explore it" });
    await Promise.race([remarks.waitFor({ timeout: 60_000 }), page.waitForURL(new RegExp(`/d/~${id}$`))]);
    if (await remarks.isVisible()) await remarks.click();
    await page.waitForURL(new RegExp(`/d/~${id}$`));
    await drawn(page);
  };

  it.skipIf(!data)(
    "asks which statement type of a database is meant, and what its variables are",
    async () => {
      const sqlite = await nodeSqlite();
      const database = new sqlite.Database(readFileSync(path.join(data as string, "sample.dna")));
      database.run(SECOND_TYPE);
      const page = await dialog();
      await give(page, file("courts.dna", database.export()));
      await page.getByRole("heading", { name: "Which variable of courts.dna is what?" }).waitFor();
      const actor = page.getByLabel("Actor (who takes the position)");
      expect(await actor.inputValue()).toBe("organization");
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByLabel("Statement type").selectOption({ label: "Verdict (2 statements)" });
      const go = page.getByRole("button", { name: "Open the database" });
      expect(await go.isDisabled()).toBe(true);
      // A number is no name of anybody.
      expect(await actor.locator("option").allInnerTexts()).not.toContain("pages");
      await actor.selectOption("court");
      await page.getByLabel("Issue (what it is about)").selectOption("matter");
      await page.getByLabel("Polarity (for or against)").selectOption("ruling");
      await page.getByLabel("upheld").selectOption("support");
      await go.click();
      await page.getByRole("alert").getByText("It cannot be opened").waitFor();
      const refusal = await page.getByRole("dialog").getByRole("row").allInnerTexts();
      expect(refusal[1]).toContain("overturned");
      expect(refusal[1]).toContain("Say what each value means");
      await page.getByRole("button", { name: "Back to the choices" }).click();
      // What was said is still there.
      expect(await page.getByLabel("upheld").inputValue()).toBe("support");
      await page.getByLabel("overturned").selectOption("oppose");
      await go.click();
      await explored(page, "courts");
      await page.getByText("2 actors, 1 issue, 2 statements").waitFor();
    },
  );

  it.skipIf(!data)(
    "opens a database that explains itself at once, and lets other variables be chosen",
    async () => {
      const page = await dialog();
      await give(page, path.join(data as string, "sample.dna"));
      await page.getByText("Its statements of the type “DNA Statement” were taken").waitFor();
      await page.getByRole("button", { name: "Back to the choices" }).click();
      await page.getByLabel("Actor (who takes the position)").selectOption("person");
      await page.getByLabel("Speaker").selectOption("");
      await page.getByRole("button", { name: "Open the database" }).click();
      // In place of the first reading.
      await explored(page, "sample");
      const datasets = page.getByRole("combobox", { name: "Dataset" }).locator("option");
      expect((await datasets.allInnerTexts()).filter((name) => name === "sample (opened here)")).toHaveLength(
        1,
      );
    },
  );

  it("takes the second of two tables for the dates of the first, and refuses two tables of statements", async () => {
    const page = await dialog();
    const votes = file("votes.csv", "actor,issue,vote\nCuba,Road,yes\nPeru,Road,no\n");
    const days = file("days.csv", "issue,date\nRoad,2001-02-03\n");
    await give(page, votes, file("more.csv", "actor,issue,vote\nChile,Road,yes\n"));
    await page.getByText("of two other tables the second may hold the dates of the first").waitFor();
    await page.getByRole("button", { name: "Choose another" }).click();
    await give(page, days, votes);
    await page.getByRole("heading", { name: "Which column of votes.csv is what?" }).waitFor();
    await page.getByText("Which column of days.csv is what?").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Open the table" }).click();
    await explored(page, "votes");
    await page.getByText("2 actors, 1 issue, 2 statements").waitFor();
    await page.getByText("3 Feb 2001").first().waitFor();
  });

  it.skipIf(!data)("takes dates from a table beside the votes, and names what is wrong in it", async () => {
    const rows: string[] = [];
    const packed = createReadStream(path.join(data as string, "un-votes.csv.gz")).pipe(createGunzip());
    for await (const line of createInterface({ input: packed })) if (rows.push(line) > 3000) break;
    packed.destroy();
    const page = await dialog();
    await give(page, file("votes.csv.gz", gzipSync(rows.join("\n"))));
    await page.getByRole("heading", { name: "Which column of votes.csv.gz is what?" }).waitFor();
    const dates = page.getByRole("region", { name: "Dates from another table" });
    await dates.getByLabel("Choose a table of dates…").setInputFiles(file("notes.txt", "nothing"));
    await dates.getByRole("alert").getByText("notes.txt is no table").waitFor();
    const broken = "rcid,session,date\n3,1,1946-13-01\n4,1,1946-01-02\n";
    await dates.getByLabel("Choose a table of dates…").setInputFiles(file("bad.csv", broken));
    await dates.getByText("Which column of bad.csv is what?").waitFor();
    await page.getByRole("button", { name: "Open the table" }).click();
    await page.getByRole("alert").getByText("It cannot be opened").waitFor();
    const refusal = (await page.getByRole("dialog").getByRole("row").allInnerTexts()).join("\n");
    expect(refusal).toMatch(/bad\.csv\t2\tdate\t.*1946-13-01/);
    expect(refusal).not.toContain("--");
    await page.getByRole("button", { name: "Back to the choices" }).click();
    await dates.getByRole("button", { name: "Without it" }).click();
    await dates
      .getByLabel("Choose a table of dates…")
      .setInputFiles(path.join(data as string, "un-roll-calls.csv.gz"));
    await dates.getByText("Which column of un-roll-calls.csv.gz is what?").waitFor();
    expect(await dates.getByLabel("As in “rcid”").inputValue()).toBe("rcid");
    expect(await dates.getByLabel("Date", { exact: true }).inputValue()).toBe("date");
    await dates.getByLabel("Name", { exact: true }).selectOption("unres");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Open the table" }).click();
    await explored(page, "votes");
    await page.getByRole("tab", { name: "Table" }).click();
    await page.getByRole("cell", { name: "R/1/66" }).first().waitFor();
    await page.getByRole("cell", { name: "1 January 1946" }).first().waitFor();
  });

  it("takes columns with the names of fields for these fields", async () => {
    const page = await dialog();
    const table =
      "id,actor,actor_label,issue,polarity,voice,modality,condition,colour\n7,eg,Egypt,dam,support,reported,forecast,only if paid,red\n";
    await give(page, file("coded.csv", table));
    await page.getByText("More fields (5 chosen)").click();
    expect(await page.getByLabel("Voice (reported or author)").inputValue()).toBe("voice");
    await page.getByLabel("Coder").selectOption("colour");
    await page.getByText("More fields (6 chosen)").waitFor();
    await page.getByRole("button", { name: "Open the table" }).click();
    await explored(page, "coded");
    await page.evaluate(() => {
      history.pushState(null, "", "/d/~coded?select=statement:7");
      window.dispatchEvent(new PopStateEvent("popstate"));
    });
    const details = page.getByRole("region", { name: "Details" });
    await details.getByText("only if paid").first().waitFor();
    await details.getByText("Egypt").first().waitFor();
    await details.getByText("forecast").first().waitFor();
  });
});
