import { describe, expect, it } from "vitest";
import { embedAddress, embedSnippet } from "../../../src/browser/panels/share/embed.ts";

describe("the code to embed a view", () => {
  it("holds the address with embed=1, once, in its place", () => {
    expect(embedAddress("http://h/d/x?polarity=oppose&actor=a")).toBe(
      "http://h/d/x?actor=a&embed=1&polarity=oppose",
    );
    expect(embedAddress("http://h/?embed=1")).toBe("http://h/?embed=1");
  });

  it("is one element, whatever address and title hold", () => {
    const code = embedSnippet('http://h/?a=1&from="><script>', 'A "title" <b>');
    expect(code).not.toContain("<script");
    expect(code).toContain("&amp;");
    expect(code).toContain('title="A &quot;title&quot; &lt;b>"');
  });
});
