/** What is handed to Express for an answer that is kept. */
import { gunzipSync, gzipSync } from "node:zlib";
import type { Request, Response } from "express";
import { describe, expect, it } from "vitest";
import { type Elsewhere, sendReply } from "../../src/server/respond.ts";
import { ServedDataset } from "../../src/service/served-dataset.ts";
import type { Coding } from "../../src/service/work/job.ts";
import { tinyDataset } from "../support/tiny-dataset.ts";

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
      kept: { get: () => ({ coding: "identity", bytes }) as const, set() {} },
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

describe("an answer made elsewhere", () => {
  const text = "x".repeat(5000);
  const served = new ServedDataset(tinyDataset({}));
  const asked: Coding[] = [];
  const elsewhere: Elsewhere = {
    whole: async (_signal, coding = "identity") => {
      asked.push(coding);
      const bytes = new TextEncoder().encode(text);
      return { bytes: coding === "gzip" ? gzipSync(bytes) : bytes, lasting: true };
    },
    stream: () => Promise.reject(new Error("not asked for")),
  };
  const ask = async (
    coding: Coding,
  ): Promise<{ readonly sent: Buffer; readonly coding: string | undefined }> => {
    let sent: Buffer = Buffer.alloc(0);
    const headers = new Map<string, string>();
    const response = {
      setHeader: (name: string, value: string) => headers.set(name, value),
      vary() {},
      once() {},
      type: () => response,
      send: (chunk: Buffer) => {
        sent = chunk;
      },
    };
    const request = { headers: {}, acceptsEncodings: () => coding };
    const reply = {
      kind: "text",
      key: "k",
      mediaType: "text/plain",
      effort: Number.POSITIVE_INFINITY,
      kept: served.keptBytes("k"),
      body: () => "never",
    } as const;
    await sendReply(request as unknown as Request, response as unknown as Response, reply, ["a"], elsewhere);
    return { sent, coding: headers.get("Content-Encoding") };
  };

  it("is compressed there, kept so, and given in either coding without being made again", async () => {
    for (let time = 0; time < 2; time++) {
      const packed = await ask("gzip");
      expect(packed.coding).toBe("gzip");
      expect(gunzipSync(packed.sent).toString()).toBe(text);
      const plain = await ask("identity");
      expect(plain.coding).toBeUndefined();
      expect(plain.sent.toString()).toBe(text);
    }
    expect(asked).toEqual(["gzip"]);
  });
});
