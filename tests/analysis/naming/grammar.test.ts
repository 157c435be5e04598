import { describe, expect, it } from "vitest";
import { isPlural, verbForms } from "../../../src/analysis/naming/grammar.ts";
import { POLARITIES } from "../../../src/model/vocabulary.ts";
import { houseDataset } from "../../support/house.ts";

describe("verb forms", () => {
  it.each([
    ["backs", "back"],
    ["sends aid to", "send aid to"],
    ["criticises", "criticise"],
    ["uses a veto in", "use a veto in"],
    ["pressures", "pressure"],
    ["accuses", "accuse"],
    ["authorises", "authorise"],
    ["vetoes", "veto"],
    ["reaches", "reach"],
    ["allies with", "ally with"],
    ["passes on", "pass on"],
    ["is backed by", "be backed by"],
    ["has personnel from", "have personnel from"],
    ["takes no side on", "take no side on"],
  ])("%s → %s", (phrase, base) => expect(verbForms(phrase)?.base).toBe(base));

  it("knows the plural of to be", () => expect(verbForms("is part of")?.plural).toBe("are part of"));

  it.each(["unterstützt", "beziehung", "boss", ""])("leaves %j alone", (phrase) =>
    expect(verbForms(phrase)).toBeNull(),
  );

  it("has a form for every polarity and every relation of the house dataset", () => {
    for (const { verb } of POLARITIES) expect(verbForms(verb), verb).not.toBeNull();
    for (const { label } of houseDataset().relations) expect(verbForms(label), label).not.toBeNull();
  });
});

describe("plurals", () => {
  it.each([
    "Palestinians",
    "Muslim-majority states",
    "Donors (unnamed)",
    "Palestinian NGOs",
    "States that document 000 calls complicit",
    "Contributors to UN peacekeeping missions",
    "Iran's regional partners",
  ])("%s", (label) => expect(isPlural(label)).toBe(true));
  it.each([
    "Hamas",
    "United States",
    "United Nations",
    "Palestinian NGOs Network",
    "Pakistan",
    "International community",
    "Iris",
    "Cyprus",
    "",
  ])("not %s", (label) => expect(isPlural(label)).toBe(false));
});
