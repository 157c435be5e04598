/** What is handed to Express for an answer that is kept. */
import type { Request, Response } from "express";
import { describe, expect, it } from "vitest";
import { sendReply } from "../../src/server/respond.ts";

describe("a kept answer", () => {
  it("is sent as the very bytes that are kept, without a copy for each request", async () => {
    const bytes = new TextEncoder().encode("x".repeat(5000));
    const sent: unknown[] = [];
    const response = {
      setHeader() {},
      vary() {},
      type: () => response,
      send: (chunk: unknown) => sent.push(chunk),
    };
    const request = { fresh: false, headers: {}, acceptsEncodings: () => "identity" };
    const reply = {
      kind: "text",
      key: "k",
      mediaType: "text/plain",
      negotiated: false,
      kept: new Map([["identity", bytes]]),
      body: () => "never",
    } as const;
    await sendReply(request as unknown as Request, response as unknown as Response, reply, ["a"], null);
    const [chunk] = sent;
    // Express copies what is no Buffer.
    expect(Buffer.isBuffer(chunk)).toBe(true);
    expect((chunk as Buffer).buffer).toBe(bytes.buffer);
    expect((chunk as Buffer).length).toBe(5000);
  });
});
